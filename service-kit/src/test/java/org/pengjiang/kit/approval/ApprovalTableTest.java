package org.pengjiang.kit.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.texts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.things.KitStack;

/** What the table keeps, and what the database itself refuses. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class ApprovalTableTest {
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final Participant CLERK = new Participant("clerk", List.of("T01"));

    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    @Test
    void whatIsKeptIsWhatIsReadAgain() {
        // Given
        Instant deadline = NOW.plus(Duration.ofDays(5));
        UUID id = QuarkusTransaction.requiringNew().call(() -> {
            ApprovalRequest made = ApprovalRequest.propose(
                    TestKind.MANY, Ids.next(), CLERK, List.of("HEAD", "LEADER", "HEAD"), deadline, NOW);
            made.exclude(new Exclusion(Set.of("somebody"), Set.of("T09")));
            entities.persist(made);
            return made.id();
        });

        // When
        changed(id, made -> made.confirm(TestKind.MANY, head("head-1"), Exclusion.NOBODY, "seen", NOW));
        changed(id, made -> made.confirm(TestKind.MANY, head("head-2"), Exclusion.NOBODY, null, NOW.plusSeconds(1)));

        // Then
        changed(id, made -> {
            assertEquals(CLERK, made.proposer());
            assertEquals(List.of("LEADER"), made.outstanding());
            assertEquals(Optional.of(deadline), made.deadline());
            assertEquals(
                    List.of(
                            new Confirmation("HEAD", "clerk", "head-1", List.of("T02"), NOW, "seen"),
                            new Confirmation("HEAD", "clerk", "head-2", List.of("T02"), NOW.plusSeconds(1), "")),
                    made.confirmations());
            assertEquals(2, made.tainted(Exclusion.ofTeams(Set.of("T02"))).size());
        });
    }

    @Test
    void ofSeveralDecisionsAtOnceOneWinsWithoutAnyLock() throws Exception {
        // Given
        UUID id = proposed(TestKind.MANY, Ids.next());
        CyclicBarrier everybodyHasRead = new CyclicBarrier(4);

        // When
        List<Boolean> won;
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> tries = IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> wins(id, "head-" + i, i % 2 == 0, everybodyHasRead)))
                    .toList();
            won = tries.stream().map(ApprovalTableTest::result).toList();
        }

        // Then
        assertEquals(1, won.stream().filter(one -> one).count());
        assertTrue(texts("SELECT confirmed_by FROM approval_confirmation WHERE request_id = ?", id)
                        .size()
                <= 1);
    }

    private boolean wins(UUID id, String account, boolean confirms, CyclicBarrier everybodyHasRead) {
        try {
            changed(id, request -> {
                try {
                    if (confirms) {
                        request.confirm(TestKind.MANY, head(account), Exclusion.NOBODY, null, NOW);
                    } else {
                        request.reject(TestKind.MANY, head(account), Exclusion.NOBODY, "no", NOW);
                    }
                    everybodyHasRead.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            return true;
        } catch (RuntimeException lost) {
            return false;
        }
    }

    private static boolean result(Future<Boolean> one) {
        try {
            return one.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anExclusiveKindHasOneOpenRequestForASubject() {
        // Given
        UUID subject = Ids.next();
        UUID first = proposed(TestKind.ONE_AT_A_TIME, subject);

        // When
        assertThrows(RuntimeException.class, () -> proposed(TestKind.ONE_AT_A_TIME, subject));
        proposed(TestKind.MANY, subject);
        proposed(TestKind.MANY, subject);
        changed(first, request -> request.reject(TestKind.ONE_AT_A_TIME, head("head"), Exclusion.NOBODY, "no", NOW));
        proposed(TestKind.ONE_AT_A_TIME, subject);

        // Then
        assertEquals(
                List.of("MANY OPEN", "MANY OPEN", "ONE_AT_A_TIME OPEN", "ONE_AT_A_TIME REJECTED"),
                texts(
                        "SELECT kind || ' ' || outcome FROM approval_request WHERE subject = ? ORDER BY kind, outcome",
                        subject));
    }

    @Test
    void theDatabaseKnowsTheSecondPersonTooAndTakesNoConfirmationBack() throws SQLException {
        // Given
        UUID id = proposed(TestKind.MANY, Ids.next());
        String confirm = "INSERT INTO approval_confirmation VALUES ('%s', 'HEAD', '%s', '%s', '{}', now(), '')";

        // Then
        refused("approval_confirmation_second_person", confirm.formatted(id, "clerk", "clerk"));
        refused("approval_confirmation_request", confirm.formatted(id, "another", "clerk"));
        execute(confirm.formatted(id, "clerk", "head"));
        refused("approval_confirmation_pk", confirm.formatted(id, "clerk", "head"));
        refused("permission denied", "DELETE FROM approval_confirmation");
        refused("permission denied", "UPDATE approval_confirmation SET confirmed_by = 'another'");
        refused("permission denied", "UPDATE approval_request SET proposed_by = 'another'");
        refused("permission denied", "DELETE FROM approval_request");
    }

    private UUID proposed(TestKind kind, UUID subject) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ApprovalRequest made = ApprovalRequest.propose(kind, subject, CLERK, List.of("HEAD"), NOW);
            entities.persist(made);
            return made.id();
        });
    }

    private void changed(UUID id, Consumer<ApprovalRequest> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(entities.find(ApprovalRequest.class, id)));
    }

    private static Caller head(String account) {
        return new Caller(account, Set.of("HEAD"), Optional.empty(), Map.of("teams", List.of("T02")));
    }

    private void refused(String why, String sql) {
        SQLException thrown = assertThrows(SQLException.class, () -> execute(sql));
        assertTrue(String.valueOf(thrown.getMessage()).contains(why), thrown.getMessage());
    }

    /** As the service's own role. */
    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
