package org.pengjiang.team.appeals;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.team.testsupport.District.OFFICE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.inbox.ReceivedEvent;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.Persona;
import org.pengjiang.team.model.Periods;
import org.pengjiang.team.testsupport.AppealEvents;
import org.pengjiang.team.testsupport.ProjectEvents;
import org.pengjiang.team.testsupport.TeamStack;

/** From the events of appeals to the counters of units: once, by the right month, and the same when counted anew. */
@QuarkusTest
@QuarkusTestResource(TeamStack.class)
class CountingUnitAppealsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TOWN = "440703101";
    private static final String LAND = "440703-ZR";
    private static final List<String> TABLES =
            List.of("handled_appeal", "unit_appeal_entry", "unit_appeal_month", "unit_appeal_open");

    @Inject
    CountUnitAppeals count;

    @Inject
    Recount recount;

    private String town;
    private String land;

    @BeforeEach
    void twoUnits() {
        Database.reset();
        town = unit(TOWN, TOWN, "TOWN");
        land = unit(LAND, "440703", "DEPARTMENT");
    }

    @Test
    void anAppealIsCountedInTheMonthsOfShanghaiInWhichThingsHappened() {
        // Given
        AppealEvents appeal = new AppealEvents();
        appeal.says("appeal.submitted.v1");
        appeal.at(LAND);

        // When
        appeal.says("appeal.dispatched.v1", "dispatchedAt", "2026-09-30T15:59:59Z");
        appeal.says("appeal.signed.v1", "signedAt", "2026-09-30T16:00:00Z", "inTime", true);
        appeal.says("appeal.breached.v1", "clock", "CONTACT", "breachedAt", "2026-10-08T01:00:00Z");
        appeal.says("appeal.contacted.v1", "contactedAt", "2026-10-08T02:00:00Z", "inTime", false);
        appeal.says("appeal.replied.v1", "repliedAt", "2026-11-02T02:00:00Z", "inTime", true);
        ProjectEvents.Sent rated =
                appeal.says("appeal.rated.v1", "ratedAt", "2026-11-03T02:00:00Z", "solved", "PARTLY", "stars", 4);
        await().atMost(SOON).until(() -> isApplied(rated));
        Response open = OFFICE.get("/v1/units/" + land + "/appeals?from=2026-09&to=2026-11");
        ProjectEvents.Sent closed = appeal.closed().says("appeal.closed.v1", "closedAt", "2026-11-03T02:00:00Z");
        await().atMost(SOON).until(() -> isApplied(closed));

        // Then
        open.then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("unitCode", equalTo(LAND))
                .body("openNow", equalTo(1))
                .body("months.month", contains("2026-09", "2026-10", "2026-11"))
                .body("months.counters.received", contains(1, 0, 0))
                .body("months.counters.signed.inTime", contains(0, 1, 0))
                .body("months.counters.breached.contact", contains(0, 1, 0))
                .body("months.counters.contacted.late", contains(0, 1, 0))
                .body("total.replied.inTime", equalTo(1))
                .body("total.rated.partly", equalTo(1))
                .body("total.rated.starsSum", equalTo(4))
                .body("total.rated.starsCount", equalTo(1))
                .body("definitions.figure.size()", equalTo(10))
                .body("definitions[0].meaning", startsWith("此刻"));
        OFFICE.get("/v1/unit-appeals?from=2026-10&to=2026-10")
                .then()
                .statusCode(200)
                .body("items.unitCode", contains(LAND, TOWN))
                .body("items.openNow", contains(0, 0))
                .body("items.total.signed.inTime", contains(1, 0))
                .body("items.total.closed", contains(0, 0));
        Api.as("auditor").get("/v1/unit-appeals/recount").then().body("equal", equalTo(true));
    }

    @Test
    void twoRatedRoundsAreCountedAndABreachThatNoUnitHadIsNobodys() {
        // Given
        AppealEvents appeal = new AppealEvents().at(LAND);
        appeal.says("appeal.breached.v1", "clock", "CONTACT", "chargedTo", "CENTRE", "unitAtDue", null);
        appeal.says("appeal.breached.v1", "clock", "RESOLVE", "unitAtDue", TOWN);

        // When
        appeal.round(2).says("appeal.rated.v1", "state", "DISPATCHED", "ratedRound", 1, "solved", "NOT", "stars", 1);
        ProjectEvents.Sent good =
                appeal.says("appeal.rated.v1", "state", "CLOSED", "ratedRound", 2, "solved", "SOLVED", "stars", 5);
        await().atMost(SOON).until(() -> isApplied(good));

        // Then
        OFFICE.get("/v1/unit-appeals?from=2026-09&to=2026-11")
                .then()
                .log()
                .ifValidationFails()
                .body("items.unitCode", contains(LAND, TOWN))
                .body("items.total.rated.notSolved", contains(1, 0))
                .body("items.total.rated.solved", contains(1, 0))
                .body("items.total.rated.starsSum", contains(6, 0))
                .body("items.total.breached.contact", contains(0, 0))
                .body("items.total.breached.resolve", contains(0, 1));
        Api.as("auditor").get("/v1/unit-appeals/recount").then().body("equal", equalTo(true));
    }

    @Test
    void whatWasCountedForAUnitWhoseReturnIsUpheldIsTakenBackInItsMonth() {
        // Given: late at the town, which reaches the enterprise while its return is ruled on; that of another clock
        // stays
        AppealEvents appeal = new AppealEvents().at(TOWN);
        appeal.says("appeal.dispatched.v1", "dispatchedAt", "2026-10-30T01:00:00Z");
        appeal.says("appeal.breached.v1", "clock", "CONTACT", "breachedAt", "2026-10-30T02:00:00Z");
        appeal.says("appeal.contacted.v1", "contactedAt", "2026-11-02T02:00:00Z", "inTime", false);
        appeal.says("appeal.breached.v1", "clock", "RESOLVE", "breachedAt", "2026-11-02T03:00:00Z");

        // When
        ProjectEvents.Sent ruled = appeal.at(LAND)
                .says("appeal.return-ruled.v1", "upheld", true, "unit", TOWN, "relievedClocks", List.of("CONTACT"));
        appeal.says("appeal.dispatched.v1", "dispatchedAt", "2026-11-02T04:00:00Z");
        ProjectEvents.Sent refused =
                appeal.says("appeal.return-ruled.v1", "upheld", false, "unit", LAND, "relievedClocks", List.of());
        ProjectEvents.send(ruled);
        await().atMost(SOON).until(() -> isApplied(refused));

        // Then
        OFFICE.get("/v1/units/" + town + "/appeals?from=2026-10&to=2026-11")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("openNow", equalTo(0))
                .body("months.counters.received", contains(1, 0))
                .body("months.counters.breached.contact", contains(0, 0))
                .body("months.counters.contacted.late", contains(0, 0))
                .body("months.counters.breached.resolve", contains(0, 1));
        OFFICE.get("/v1/units/" + land + "/appeals?from=2026-10&to=2026-11")
                .then()
                .body("openNow", equalTo(1))
                .body("total.breached.contact", equalTo(0));
        Api.as("auditor").get("/v1/unit-appeals/recount").then().body("equal", equalTo(true));
    }

    @Test
    void aMisjudgedRatingCountsForNoUnit() {
        // Given: the first one, which sent it to another unit, and a second one that stays
        AppealEvents appeal = new AppealEvents().at(TOWN);
        appeal.round(2).says("appeal.rated.v1", "ratedRound", 1, "ratedUnit", TOWN, "solved", "NOT", "stars", 1);
        appeal.at(LAND)
                .says(
                        "appeal.rated.v1",
                        "state",
                        "CLOSED",
                        "ratedRound",
                        2,
                        "ratedUnit",
                        LAND,
                        "solved",
                        "PARTLY",
                        "stars",
                        2);

        // When
        appeal.says("appeal.rating-verified.v1", "ratedRound", 2, "finding", "UPHELD");
        ProjectEvents.Sent misjudged =
                appeal.says("appeal.rating-verified.v1", "ratedRound", 1, "finding", "MISJUDGED");
        ProjectEvents.send(misjudged);
        await().atMost(SOON).until(() -> isApplied(misjudged));

        // Then
        OFFICE.get("/v1/unit-appeals?from=2026-09&to=2026-11")
                .then()
                .log()
                .ifValidationFails()
                .body("items.unitCode", contains(LAND, TOWN))
                .body("items.total.rated.notSolved", contains(0, 0))
                .body("items.total.rated.partly", contains(1, 0))
                .body("items.total.rated.starsSum", contains(2, 0))
                .body("items.total.rated.starsCount", contains(1, 0));
        Api.as("auditor").get("/v1/unit-appeals/recount").then().body("equal", equalTo(true));
    }

    @Test
    void anAppealThatMovesIsOpenAtOneUnitAndReceivedByBoth() {
        // Given
        AppealEvents appeal = new AppealEvents();

        // When
        appeal.at(TOWN).says("appeal.dispatched.v1", "dispatchedAt", "2026-11-02T02:00:00Z");
        appeal.at(LAND).says("appeal.dispatched.v1", "dispatchedAt", "2026-11-03T02:00:00Z");
        appeal.at(TOWN).says("appeal.dispatched.v1", "dispatchedAt", "2026-11-04T02:00:00Z");
        ProjectEvents.Sent again = appeal.round(2).says("appeal.dispatched.v1", "dispatchedAt", "2026-11-05T02:00:00Z");
        ProjectEvents.send(again);
        await().atMost(SOON).until(() -> isApplied(again));

        // Then
        OFFICE.get("/v1/unit-appeals")
                .then()
                .body("items.unitCode", contains(LAND, TOWN))
                .body("items.openNow", contains(0, 1))
                .body("items.total.received", contains(1, 2));
    }

    @Test
    void eachReadsWhatIsTheirs() {
        Api.as("unit-clerk").get("/v1/units/" + town + "/appeals").then().statusCode(200);
        Api.as("unit-head").get("/v1/units/" + town + "/appeals").then().statusCode(200);
        Api.as("unit-clerk").get("/v1/units/" + land + "/appeals").then().statusCode(404);
        Api.as("department-clerk").get("/v1/units/" + town + "/appeals").then().statusCode(403);
        Api.as("department-clerk").get("/v1/unit-appeals").then().statusCode(403);
        Api.as(Persona.of("both", "440703", "UNIT_CLERK", "TEAM_MEMBER").with("unit", LAND))
                .get("/v1/units/" + town + "/appeals")
                .then()
                .statusCode(403);
        Api.as("other-district-clerk")
                .get("/v1/units/" + town + "/appeals")
                .then()
                .statusCode(404);
        Api.as("enterprise").get("/v1/units/" + town + "/appeals").then().statusCode(403);
        Api.as("city-platform").get("/v1/unit-appeals").then().statusCode(403);
        Api.as("supervisor").get("/v1/unit-appeals").then().statusCode(200);
        Api.anonymous().get("/v1/unit-appeals").then().statusCode(401);
    }

    @Test
    void monthsThatMakeNoSenseAreRefused() {
        String path = "/v1/units/" + town + "/appeals";
        OFFICE.get(path + "?from=2026-12&to=2026-11").then().statusCode(422).body("code", equalTo("MONTHS_REVERSED"));
        OFFICE.get(path + "?from=2020-01&to=2026-11").then().statusCode(422).body("code", equalTo("MONTHS_TOO_MANY"));
        OFFICE.get(path + "?from=2026-13&to=November").then().statusCode(400).body("errors.size()", equalTo(2));
        OFFICE.get(path).then().statusCode(200).body("from", equalTo("2025-12")).body("to", equalTo("2026-11"));
    }

    @Test
    void anEventWhoseForerunnerIsMissingIsParkedInsteadOfMiscounted() {
        // Given
        AppealEvents appeal = new AppealEvents();
        ProjectEvents.next(appeal.id);

        // When
        appeal.at(TOWN).says("appeal.dispatched.v1", "dispatchedAt", "2026-11-02T02:00:00Z");

        // Then
        await().atMost(SOON)
                .until(() -> Api.as("admin")
                                .get("/v1/admin/parked-events")
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 1);
        OFFICE.get("/v1/unit-appeals").then().body("items.openNow", contains(0, 0));
    }

    @Test
    void randomLivesAtOnceAreCountedExactlyAndTheSameFromTheFirstEvent() throws Exception {
        // Given
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CountingUnitAppealsTest seed=" + seed);
        Random random = new Random(seed);
        TreeMap<String, Long> expected = new TreeMap<>();
        List<List<ReceivedEvent>> lives = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            lives.add(new Life(random, expected).events());
        }

        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> running = new ArrayList<>();
            for (List<ReceivedEvent> life : lives) {
                running.add(threads.submit(() -> life.forEach(this::apply)));
            }
            for (Future<?> life : running) {
                life.get();
            }
        }

        // Then
        expected.values().removeIf(quantity -> quantity == 0);
        assertEquals(expected, counted());
        assertEquals(
                List.of(),
                recount.of(DivisionScope.of(DivisionCode.parse("440703"))).differences());
        Map<String, List<String>> stands = dump();

        // When
        TABLES.forEach(table -> sql("DELETE FROM " + table));
        lives.forEach(life -> life.forEach(this::apply));

        // Then
        assertEquals(stands, dump(), "rebuilt from the first event");
    }

    @Test
    void aCounterThatWasTamperedWithIsFound() {
        // Given
        new Life(new Random(1), new TreeMap<>()).events().forEach(this::apply);
        assertTrue(recount.of(DivisionScope.of(DivisionCode.parse("440703"))).equal());

        // When
        sql("UPDATE unit_appeal_month SET quantity = quantity + 1");
        sql("UPDATE unit_appeal_open SET open_appeals = open_appeals + 1");

        // Then
        Api.as("auditor")
                .get("/v1/unit-appeals/recount")
                .then()
                .statusCode(200)
                .body("equal", equalTo(false))
                .body("differences.figure.findAll { it == 'OPEN_NOW' }", not(empty()));
    }

    /** An appeal's life, with what it must add to the counters, worked out without the code under test. */
    private static final class Life {
        private final AppealEvents appeal = new AppealEvents();
        private final Random random;
        private final TreeMap<String, Long> expected;
        private final List<ReceivedEvent> events = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private Instant now;
        private String unit;
        private int round = 1;

        Life(Random random, TreeMap<String, Long> expected) {
            this.random = random;
            this.expected = expected;
            this.now = Instant.parse("2026-06-01T00:00:00Z").plusSeconds(random.nextInt(5_000_000));
        }

        List<ReceivedEvent> events() {
            add("appeal.submitted.v1", null, Map.of());
            int steps = random.nextInt(14);
            boolean open = true;
            for (int i = 0; i < steps && open; i++) {
                open = step();
            }
            if (open && unit != null) {
                expected.merge("OPEN " + unit, 1L, Long::sum);
            }
            return events;
        }

        private boolean step() {
            now = now.plusSeconds(1 + random.nextInt(900_000));
            boolean inTime = random.nextBoolean();
            switch (unit == null ? 0 : random.nextInt(9)) {
                case 0 -> {
                    unit = random.nextBoolean() ? TOWN : LAND;
                    appeal.at(unit);
                    add("appeal.dispatched.v1", "RECEIVED", Map.of("RECEIVED", 1L), "dispatchedAt", now.toString());
                }
                case 1 -> timed("appeal.signed.v1", "SIGNED", "signedAt", inTime);
                case 2 -> timed("appeal.contacted.v1", "CONTACTED", "contactedAt", inTime);
                case 3 -> timed("appeal.replied.v1", "REPLIED", "repliedAt", inTime);
                case 4 -> {
                    String clock = List.of("CONTACT", "RESOLVE", "LIMIT").get(random.nextInt(3));
                    add(
                            "appeal.breached.v1",
                            clock,
                            Map.of("BREACHED_" + clock, 1L),
                            "clock",
                            clock,
                            "breachedAt",
                            now.toString());
                }
                case 5 -> {
                    int stars = 1 + random.nextInt(5);
                    String solved = List.of("SOLVED", "PARTLY", "NOT").get(random.nextInt(3));
                    add(
                            "appeal.rated.v1",
                            "RATED",
                            Map.of("RATED_" + solved, 1L, "STARS_SUM", (long) stars, "STARS_COUNT", 1L),
                            "ratedAt",
                            now.toString(),
                            "solved",
                            solved,
                            "stars",
                            stars);
                }
                case 6 -> appeal.round(++round);
                case 7 -> add("appeal.warned.v1", null, Map.of());
                default -> {
                    appeal.closed();
                    add("appeal.closed.v1", "CLOSED", Map.of("CLOSED", 1L), "closedAt", now.toString());
                    return false;
                }
            }
            return true;
        }

        private void timed(String type, String fact, String moment, boolean inTime) {
            add(
                    type,
                    fact,
                    Map.of(fact + (inTime ? "_IN_TIME" : "_LATE"), 1L),
                    moment,
                    now.toString(),
                    "inTime",
                    inTime);
        }

        private void add(String type, String fact, Map<String, Long> figures, Object... members) {
            long number = events.size() + 1;
            events.add(new ReceivedEvent(
                    UUID.randomUUID(),
                    type,
                    appeal.id,
                    number,
                    number,
                    DivisionCode.parse("440703101"),
                    now,
                    appeal.data(type, members)));
            if (fact != null && unit != null && seen.add(round + unit + fact)) {
                String month = now.atZone(Periods.ZONE).toString().substring(0, 7);
                figures.forEach(
                        (figure, quantity) -> expected.merge(unit + " " + month + " " + figure, quantity, Long::sum));
            }
        }
    }

    private void apply(ReceivedEvent event) {
        QuarkusTransaction.requiringNew().run(() -> count.count(event));
    }

    private static TreeMap<String, Long> counted() {
        TreeMap<String, Long> counted = new TreeMap<>();
        rows("SELECT unit_code || ' ' || to_char(month, 'YYYY-MM') || ' ' || figure || '=' || quantity"
                        + " FROM unit_appeal_month UNION ALL SELECT 'OPEN ' || unit_code || '=' || open_appeals"
                        + " FROM unit_appeal_open WHERE open_appeals > 0")
                .forEach(row -> counted.put(row.split("=")[0], Long.valueOf(row.split("=")[1])));
        return counted;
    }

    private static Map<String, List<String>> dump() {
        Map<String, List<String>> dump = new TreeMap<>();
        TABLES.forEach(table -> dump.put(table, rows("SELECT t::text FROM " + table + " t ORDER BY 1")));
        dump.get("unit_appeal_open").removeIf(row -> row.endsWith(",0)"));
        return dump;
    }

    private static String unit(String code, String division, String kind) {
        Response created = OFFICE.post(
                "/v1/units", Map.of("code", code, "name", "范例" + code, "divisionCode", division, "kind", kind));
        created.then().log().ifValidationFails().statusCode(201);
        return created.path("id");
    }

    private static boolean isApplied(ProjectEvents.Sent event) {
        return rows("SELECT event_id::text FROM inbox WHERE consumer = 'team.unit-appeals' AND event_id = '"
                                + event.id() + "'")
                        .size()
                == 1;
    }

    private static void sql(String statement) {
        try (Connection connection = Database.administer();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
