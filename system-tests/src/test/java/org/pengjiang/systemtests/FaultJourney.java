package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;
import org.pengjiang.localstack.demo.ProjectJourney;

/**
 * Servers die in the middle of the work, with two replicas of each service. A person who gets no answer tries again with the
 * same key; nothing may be lost and nothing may count twice.
 */
@Order(9)
@ExtendWith(StartsSuite.class)
class FaultJourney {
    private static final int PROJECTS = 4;
    private static final BigDecimal AMOUNT = new BigDecimal("100000000.01");

    private final SuiteRun suite;
    private final SuiteClient team;

    FaultJourney(SuiteRun suite) {
        this.suite = suite;
        this.team = suite.team().as("promotion-office");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kafka", "team-service", "project-service", "appeal-service", "PostgreSQL"})
    void aKilledPartLosesNothingAndDoublesNothing(String part) {
        // Given
        Board before = Board.read(team, suite.today());
        Map<ProjectJourney, Answer> waiting = new HashMap<>();
        for (int i = 0; i < PROJECTS; i++) {
            ProjectJourney project = readyToSign(before, part + i);
            waiting.put(project, project.askedForSignature());
        }
        List<ProjectJourney> projects = new ArrayList<>(waiting.keySet());
        long filedBefore = received();

        // When
        ProjectJourney first = projects.getFirst();
        first.confirmed(answerOf(waiting, first), "promotion-office");
        suite.kill(part);
        Thread restart = Thread.ofPlatform().start(suite::upAgain);
        for (ProjectJourney project : projects.subList(1, projects.size())) {
            untilAnswered(() -> project.confirmed(answerOf(waiting, project), "promotion-office"));
            untilAnswered(() -> AppealSteps.filed(suite.appeal(), "A01", project.id(), "fault-" + project.id()));
        }
        join(restart);

        // Then
        BigDecimal expected = before.district().add(AMOUNT.multiply(BigDecimal.valueOf(PROJECTS)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertEquals(expected, Board.read(team, suite.today()).district()));
        Board after = Board.read(team, suite.today());
        assertEquals(after.district(), after.sumOfTeams());
        assertTrue(after.reconciled());
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            assertEquals(filedBefore + PROJECTS - 1, received());
            for (ProjectJourney project : projects.subList(1, projects.size())) {
                assertEquals(1, project.read().body().path("openAppeals").asInt());
            }
        });
        assertNothingParked();
        assertChainsVerify();
    }

    @Test
    void aNeighbourThatWasDownForAnHourCatchesUpByItself() {
        // Given
        Board before = Board.read(team, suite.today());
        long filedBefore = received();
        ProjectJourney project = readyToSign(before, "hour");
        Answer request = project.askedForSignature();
        suite.kill("team-service");
        suite.kill("team-service-2");

        // When
        project.confirmed(request, "promotion-office");
        untilAnswered(() -> AppealSteps.filed(suite.appeal(), "A01", project.id(), "hour-" + project.id()));
        suite.moveTo(suite.now().plusHours(1));
        suite.upAgain();

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            assertEquals(
                    before.district().add(AMOUNT),
                    Board.read(team, suite.today()).district());
            assertEquals(filedBefore + 1, received());
        });
        assertNothingParked();
        assertChainsVerify();
    }

    @Test
    void aClassOpenedWhileAppealsWereDownForAnHourIsKnownAfterwards() {
        // Given
        suite.kill("appeal-service");
        suite.kill("appeal-service-2");
        ProjectJourney project =
                readyToSign(Board.read(team, suite.today()), "class").signed();

        // When
        suite.moveTo(suite.now().plusHours(1));
        suite.upAgain();

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            AppealSteps appeal = AppealSteps.filed(suite.appeal(), "A01", project.id(), "class-" + System.nanoTime());
            assertEquals("SPECIAL_CLASS", appeal.read("dispatcher").text("/handler/kind"));
        });
        assertNothingParked();
        assertChainsVerify();
    }

    @Test
    void aFrozenAppealServiceIsSurvived() {
        // Given
        ProjectJourney project =
                readyToSign(Board.read(team, suite.today()), "frozen appeals").signed();
        long filedBefore = received();

        // When
        suite.freeze("appeal-service");
        try {
            SuiteClient second = suite.secondReplica(suite.appeal(), "appeal-service");
            AppealSteps.untilKnown(() -> AppealSteps.filed(second, "A01", project.id(), "frozen-" + project.id()));

            // Then
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertEquals(filedBefore + 1, received());
                assertEquals(1, project.read().body().path("openAppeals").asInt());
            });
        } finally {
            suite.thaw("appeal-service");
        }
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    assertEquals(filedBefore + 1, received());
                    assertEquals(1, project.read().body().path("openAppeals").asInt());
                });
    }

    /** Appeals that units have been given this month, as team-service counts them. */
    private long received() {
        long received = 0;
        for (JsonNode unit : suite.team()
                .as("supervisor")
                .get("/v1/unit-appeals?from=2026-09&to=2026-09&limit=200")
                .expect(200)
                .body()
                .path("items")) {
            received += unit.at("/total/received").asLong();
        }
        return received;
    }

    @Test
    void aFrozenServiceIsSurvived() {
        // Given
        Board before = Board.read(team, suite.today());
        ProjectJourney project = readyToSign(before, "frozen");
        Answer request = project.askedForSignature();

        // When
        suite.freeze("project-service");
        try {
            SuiteClient second = suite.secondReplica(suite.project(), "project-service");
            second.as("promotion-office")
                    .post(
                            project.path() + "/gate-requests/" + request.text("/seq") + "/confirm",
                            Map.of(),
                            second.as("promotion-office")
                                    .get(project.path())
                                    .expect(200)
                                    .etag()
                                    .orElseThrow())
                    .expect(200);

            // Then
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertEquals(
                            before.district().add(AMOUNT),
                            Board.read(team, suite.today()).district()));
        } finally {
            suite.thaw("project-service");
        }
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertEquals(
                        before.district().add(AMOUNT),
                        Board.read(team, suite.today()).district()));
    }

    private ProjectJourney readyToSign(Board board, String what) {
        return new ProjectJourney(
                        suite.project(),
                        "故障演练 " + what + " " + System.nanoTime(),
                        suite.today().toString(),
                        AMOUNT.toString())
                .registeredFor(AppealSteps.investor(suite.project()), "HIGH_END_EQUIPMENT", "C3411")
                .shared(Map.of(board.teamId("T01"), 3333, board.teamId("T02"), 3333, board.teamId("T03"), 3334))
                .negotiating()
                .underReview()
                .admitted()
                .readyToSign();
    }

    private static Answer answerOf(Map<ProjectJourney, Answer> waiting, ProjectJourney project) {
        Answer answer = waiting.get(project);
        if (answer == null) {
            throw new IllegalStateException();
        }
        return answer;
    }

    /** No answer, or one that says "not now", is tried again: that is all a client has to know. */
    private static void untilAnswered(Runnable attempt) {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (true) {
            try {
                attempt.run();
                return;
            } catch (java.io.UncheckedIOException | IllegalStateException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                SuiteRun.pause(Duration.ofMillis(250));
            }
        }
    }

    private void assertNothingParked() {
        for (SuiteClient service : suite.services().values()) {
            JsonNode parked = service.as("platform-admin")
                    .get("/v1/admin/parked-events")
                    .expect(200)
                    .body();
            assertEquals(0, parked.path("items").size(), parked::toString);
        }
    }

    private void assertChainsVerify() {
        for (SuiteClient service : suite.services().values()) {
            JsonNode verified = service.as("auditor")
                    .get("/v1/admin/audit/verify")
                    .expect(200)
                    .body();
            assertTrue(verified.path("intact").asBoolean(), verified::toString);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
