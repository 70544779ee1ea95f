package org.pengjiang.appeal.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.appeal.testsupport.Rows.execute;
import static org.pengjiang.appeal.testsupport.StoredAppeals.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pengjiang.appeal.model.appeal.Ladders;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.PromisedTarget;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.TimePolicies;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.appeal.model.policy.TimePolicyCheck;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.kit.testing.Database;

/** The policies as the migrations leave them: promises that fit into each other, in force by the day of receipt. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class PoliciesOfTheDatabaseTest {
    private static final CalendarVersion CALENDAR = CalendarVersion.national().allowingProvisional();
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2028, 1, 1);
    private static final String FIRST = "PJ-2026";
    private static final String NOW = "PJ-2026-12";

    @Inject
    TimePolicies policies;

    @Inject
    TimeContexts times;

    @AfterEach
    void asMigrated() {
        Database.reset();
    }

    /** The first policy was published before the rule; no appeal that is received from December 2026 on comes under it. */
    @Test
    void promisesFitIntoEachOtherForEveryClassAndEveryHalfHourOfTwoYears() {
        // Given
        List<TimePolicy> checked = policies.all().stream()
                .filter(policy ->
                        !policy.version().equals(FIRST) && policy.validFrom().isBefore(UNTIL))
                .toList();
        assertTrue(checked.stream().anyMatch(policy -> policy.version().equals(NOW)));
        for (TimePolicy policy : checked) {
            long started = System.nanoTime();
            // When
            List<TimePolicyCheck.Fault> faults = TimePolicyCheck.faults(policy, CALENDAR, FROM, UNTIL);
            // Then
            long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
            System.out.println(policy.version() + " checked in " + millis + " ms");
            assertEquals(List.of(), faults, policy.version());
            assertTrue(millis < 10_000, millis + " ms");
        }
    }

    @Test
    void theFirstPolicyWouldNotBePublishedToday() {
        // When
        List<TimePolicyCheck.Fault> faults =
                TimePolicyCheck.faults(policies.version(FIRST), CALENDAR, FROM, LocalDate.of(2026, 2, 1));

        // Then
        assertEquals(
                Set.of(TimeClass.P1, TimeClass.P2, TimeClass.P3, TimeClass.P4, TimeClass.S),
                faults.stream()
                        .filter(fault -> fault.kind() == TimePolicyCheck.Kind.STEPS_DO_NOT_FIT)
                        .map(TimePolicyCheck.Fault::timeClass)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "P3, RESOLVE, 2026-03-02T10:00, 2026-03-06T17:30,",
        "P3, LIMIT,   2026-03-02T10:00, 2026-03-09T17:30,",
        "P3, RESOLVE, 2026-09-23T10:00, 2026-09-30T17:30,",
        "P3, LIMIT,   2026-09-23T10:00, 2026-09-30T17:30,",
        "P3, RESOLVE, 2026-02-13T10:00, 2026-02-24T17:30, LIMIT",
        "P3, LIMIT,   2026-02-13T10:00, 2026-02-24T17:30,",
        "P3, PLAN,    2026-09-18T17:00, 2026-09-20T17:30,",
        "P3, CONTACT, 2026-09-18T17:00, 2026-09-20T09:00,",
        "P4, RESOLVE, 2026-03-02T10:00, 2026-03-17T17:30,",
        "P4, LIMIT,   2026-03-02T10:00, 2026-03-23T17:30,",
        "P2, RESOLVE, 2026-09-18T10:00, 2026-09-20T17:30,",
        "P0, LIMIT,   2026-09-18T10:00, 2026-09-19T10:00,",
        "P3, EVALUATION, 2026-02-14T16:00, 2026-02-25T00:00,",
        "P3, EVALUATION, 2026-03-02T16:00, 2026-03-10T00:00,"
    })
    void datesAreThoseOfTheTable(TimeClass timeClass, ClockType clock, String received, String due, ClockType cutTo) {
        // When
        PromisedTarget promised = policies.version(NOW)
                .promise(timeClass, clock, "A04", CALENDAR, at(received))
                .orElseThrow();

        // Then
        assertEquals(at(due), promised.deadline().dueAt());
        assertEquals(Optional.ofNullable(cutTo), promised.cutTo());
    }

    @Test
    void theSofterPromiseIsDueLaterByItselfWhereItIsCut() {
        // Given
        PromisedTarget cut = policies.version(NOW)
                .promise(TimeClass.P3, ClockType.RESOLVE, "A04", CALENDAR, at("2026-02-13T10:00"))
                .orElseThrow();

        // When
        Instant own = CALENDAR.deadline(
                        at("2026-02-13T10:00"), cut.others().getFirst().target(), List.of())
                .dueAt();

        // Then
        assertEquals(at("2026-02-26T17:30"), own);
    }

    @Test
    void everyPolicyHasTheLadderOfTheDistrict() {
        for (TimePolicy policy : policies.all()) {
            assertEquals(Set.copyOf(Ladders.rungs()), Set.copyOf(policy.rungs()), policy.version());
        }
    }

    @Test
    void theDayOfReceiptSaysWhichPolicyHolds() {
        Instant september = at("2026-09-18T17:00");
        assertEquals(
                FIRST,
                times.filing(september, at("2026-11-30T23:59:59")).policy().version());
        assertEquals(
                NOW, times.filing(september, at("2026-12-01T00:00")).policy().version());
        assertEquals(FIRST, times.filing(september, null).policy().version(), "it is September");
        assertEquals(FIRST, times.filing(september, Instant.EPOCH).policy().version());
    }

    @Test
    void aVersionThatAnotherReplicaKnowsAlreadyIsRead() {
        // Given
        assertNotEquals(0, policies.all().size());
        execute("INSERT INTO time_policy (version, valid_from, note, assumption) VALUES ('LATER', '2999-01-01', 'n',"
                + " true)");

        // When / Then
        assertEquals(LocalDate.of(2999, 1, 1), policies.version("LATER").validFrom());
        assertThrows(IllegalStateException.class, () -> policies.version("NOWHERE"));
    }
}
