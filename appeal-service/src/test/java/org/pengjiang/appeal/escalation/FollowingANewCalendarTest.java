package org.pengjiang.appeal.escalation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.appeal.testsupport.Rows.number;
import static org.pengjiang.appeal.testsupport.Rows.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Publishing;
import org.pengjiang.appeal.testsupport.Rows;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;
import org.pengjiang.kit.testing.EventSchemas;

/** What a publication does to the clocks that run: a later due, never an earlier one, and only where it is open (T02, T20, T28). */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class FollowingANewCalendarTest {
    private static final String OWN = "/v1/calendars/divisions/440703";
    private static final String DOCUMENT = "演示文号〔2026〕1号";
    private static final Map<String, Object> TAKEN_BACK =
            Map.of("documentNo", "演示文号〔2026〕2号", "withdrawnLocalDays", List.of("2026-09-20", "2026-09-21"));

    @Inject
    CalendarSweep sweep;

    @Inject
    DueSweep dueSweep;

    @Inject
    StoredAppeals appeals;

    @Inject
    PeriodicJobs jobs;

    @BeforeEach
    void nothingPublished() {
        jobs.pause("due-clocks");
        jobs.pause("calendar-changes");
        Database.reset();
        shippedAgain();
    }

    @AfterEach
    void forget() {
        Database.reset();
        shippedAgain();
        jobs.resume("due-clocks");
        jobs.resume("calendar-changes");
    }

    /** The calendars held in memory are looked at again every 200 ms here. */
    private static void shippedAgain() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Api.as("admin").get(OWN).path("calendarVersion").equals("CN-2023-2026+2027-statutory.1"));
    }

    @Test
    void aTyphoonStopMovesTheDuesOfItsDivisionAndSaysSo() {
        // Given
        UUID here = appeals.filed("440703101", TimeClass.P3, "2026-09-18T17:00");
        UUID elsewhere = appeals.filed("440704", TimeClass.P3, "2026-09-18T17:00");
        Publishing.calendar(Map.of("documentNo", DOCUMENT, "localDays", List.of(Map.of("date", "2026-09-20"))));

        // When
        SweepChunk.Result done = sweep.run();

        // Then: contact and reply move, the seven natural days do not
        assertEquals(1, done.appeals());
        assertEquals(2, done.revised());
        assertEquals(at("2026-09-21T09:00"), due(here, ClockType.CONTACT));
        assertEquals(at("2026-09-28T17:30"), due(here, ClockType.RESOLVE));
        assertEquals(at("2026-09-25T17:00"), naturalEnd(here));
        assertEquals(at("2026-09-20T09:00"), due(elsewhere, ClockType.CONTACT));
        List<String> events = events();
        assertEquals(2, events.size());
        events.forEach(event -> EventSchemas.assertMatches("appeal.deadline-revised.v1", event));
        assertTrue(events.getFirst().contains("\"previousDueAt\":\"2026-09-20T01:00:00Z\""), events.getFirst());
        assertTrue(events.getFirst().contains("+440703.1"), events.getFirst());
        assertEquals(DOCUMENT, texts("SELECT reason FROM due_revision").getFirst());
        assertEquals(0, sweep.run().appeals());
        assertEquals(
                0,
                number(
                        "SELECT count(*) FROM deadline_clock c JOIN appeal a ON a.id = c.appeal_id WHERE a.id = ?"
                                + " AND c.calendar_version NOT LIKE '%+440703.1'",
                        here));
    }

    @Test
    void theEnterpriseReadsOfItsPromisesAndNotOfWhatTheOfficesOweEachOther() {
        // Given
        UUID id = appeals.dispatched("2026-09-18T17:00", "2026-09-18T17:10");
        Publishing.calendar(Map.of("documentNo", DOCUMENT, "localDays", List.of(Map.of("date", "2026-09-20"))));

        // When
        sweep.run();

        // Then
        assertEquals(
                List.of(
                        "CONTACT PARTY",
                        "RESOLVE PARTY",
                        "SIGN DIVISION",
                        "UNIT_CONTACT DIVISION",
                        "UNIT_RESOLVE DIVISION"),
                texts(
                        "SELECT (data::jsonb ->> 'clock') || ' ' || audience FROM event_log WHERE subject = ?"
                                + " AND type = 'appeal.deadline-revised.v1' ORDER BY 1",
                        id));
    }

    /** P3 rolls forward, and 2026-09-25 is a holiday: what it would be without the roll. */
    private Instant naturalEnd(UUID id) {
        Instant due = due(id, ClockType.LIMIT);
        assertEquals(at("2026-09-28T17:30"), due);
        return at("2026-09-25T17:00");
    }

    @Test
    void longerOfficeHoursNeverGiveAnEarlierDue() {
        // Given
        UUID id = appeals.filed("2026-09-18T17:00");
        Publishing.calendar(Map.of(
                "documentNo",
                DOCUMENT,
                "officeHours",
                List.of(Map.of("from", "2026-09-19", "intervals", List.of("06:00-20:00")))));

        // When
        sweep.run();

        // Then
        assertEquals(at("2026-09-20T09:00"), due(id, ClockType.CONTACT));
    }

    @Test
    void theNoticeOfAYearEndsItsBeingProvisional() {
        // Given
        UUID id = appeals.filed("2026-12-31T17:00");
        assertTrue(isProvisional(id));
        assertEquals(at("2027-01-04T09:00"), due(id, ClockType.CONTACT));
        Publishing.calendar(Map.of(
                "documentNo",
                DOCUMENT,
                "years",
                List.of(Map.of(
                        "year",
                        2027,
                        "daysOff",
                        List.of("2027-01-01", "2027-01-04"),
                        "makeUpDays",
                        List.of(),
                        "source",
                        "国办发明电〔2026〕99号（演示）"))));

        // When
        sweep.run();

        // Then
        assertEquals(at("2027-01-05T09:00"), due(id, ClockType.CONTACT));
        assertFalse(isProvisional(id));
        assertEquals(0, number("SELECT count(*) FROM deadline_clock WHERE provisional"));
    }

    @Test
    void whatIsMetMissedOrClosedStaysAsItIs() {
        // Given
        UUID met = appeals.dispatched("2026-09-18T16:50", "2026-09-18T16:51");
        appeals.sign(met, "2026-09-18T16:55");
        appeals.contact(met, "2026-09-18T16:56");
        UUID missed = appeals.filed("2026-09-17T10:00");
        dueSweep.run();
        UUID closed = appeals.dispatched("2026-09-08T08:40", "2026-09-08T08:41");
        appeals.reply(closed, "2026-09-08T09:00");
        dueSweep.run();
        Publishing.calendar(Map.of(
                "documentNo",
                DOCUMENT,
                "localDays",
                List.of(Map.of("date", "2026-09-20"), Map.of("date", "2026-09-18"))));

        // When
        sweep.run();

        // Then
        assertEquals("MET", state(met, ClockType.CONTACT));
        assertEquals(
                0,
                number("SELECT count(*) FROM due_revision r JOIN deadline_clock c ON c.id = r.clock_id"
                        + " WHERE c.state NOT IN ('RUNNING', 'PAUSED')"));
        assertEquals("MISSED", state(missed, ClockType.CONTACT));
        assertEquals(1, number("SELECT count(*) FROM breach WHERE appeal_id = ? AND type = 'CONTACT'", missed));
        assertEquals(
                0,
                number(
                        "SELECT count(*) FROM due_revision r JOIN deadline_clock c ON c.id = r.clock_id"
                                + " WHERE c.appeal_id = ?",
                        closed));
    }

    @Test
    void whatHadComeDueBeforeThePublicationBreachesHoweverLateTheSweepIs() {
        // Given: due at 16:30; the stop for this day is published at 17:00
        UUID id = appeals.filed("2026-09-18T15:30");
        Publishing.calendar(Map.of("documentNo", DOCUMENT, "localDays", List.of(Map.of("date", "2026-09-18"))));

        // When
        sweep.run();

        // Then
        assertEquals("MISSED", state(id, ClockType.CONTACT));
        assertEquals(
                1,
                number(
                        "SELECT count(*) FROM breach WHERE appeal_id = ? AND type = 'CONTACT'"
                                + " AND due_at = '2026-09-18 16:30+08'",
                        id));
        assertEquals(2, number("SELECT count(*) FROM deadline_clock WHERE calendar_version LIKE '%+440703.1'"));
    }

    @Test
    void severalPublicationsAreFollowedOneAfterTheOther() {
        // Given
        UUID id = appeals.filed("2026-09-18T17:00");
        Publishing.calendar(Map.of("documentNo", DOCUMENT, "localDays", List.of(Map.of("date", "2026-09-20"))));
        Publishing.calendar(Map.of(
                "documentNo",
                "演示文号〔2026〕2号",
                "withdrawnLocalDays",
                List.of("2026-09-20"),
                "localDays",
                List.of(Map.of("date", "2026-09-21"))));

        // When
        sweep.run();

        // Then: the second step takes the stop back, and stops a day that the reply needs as well
        assertEquals(at("2026-09-20T09:00"), due(id, ClockType.CONTACT));
        assertEquals(at("2026-09-28T17:30"), due(id, ClockType.RESOLVE));
        assertEquals(3, number("SELECT count(*) FROM due_revision"));
        assertEquals(1, number("SELECT count(*) FROM due_revision WHERE previous_due_at > due_at"));
        assertEquals(3, number("SELECT count(*) FROM deadline_clock WHERE calendar_version LIKE '%+440703.2'"));
    }

    @Test
    void whatIsTakenBackWithinADayGivesBackWhatHasNotFallenDue() {
        // Given: five days stopped by mistake; one appeal was promised its dues before, another one with the stop
        UUID before = appeals.filed("2026-09-18T17:00");
        stopped();
        sweep.run();
        Instant moved = due(before, ClockType.RESOLVE);
        UUID under = appeals.filed("2026-09-18T17:00");
        Instant promised = due(under, ClockType.RESOLVE);
        Api.as("admin")
                .post(OWN + "/publications/preview", TAKEN_BACK)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("earlierDues", equalTo((int) number("SELECT count(DISTINCT clock_id) FROM due_revision")));

        // When
        Publishing.calendar(TAKEN_BACK);
        sweep.run();

        // Then
        assertTrue(moved.isAfter(at("2026-09-24T17:30")), moved.toString());
        assertEquals(at("2026-09-20T09:00"), due(before, ClockType.CONTACT));
        assertEquals(at("2026-09-24T17:30"), due(before, ClockType.RESOLVE));
        assertEquals(promised, due(under, ClockType.RESOLVE), "never before the first promise");
        assertEquals(
                List.of("演示文号〔2026〕2号"),
                texts("SELECT DISTINCT reason FROM due_revision WHERE restores_since IS NOT NULL"));
        events().forEach(event -> EventSchemas.assertMatches("appeal.deadline-revised.v1", event));
    }

    @Test
    void theDayEndsBeforeTheConfirmation() {
        // Given
        UUID id = appeals.filed("2026-09-18T17:00");
        stopped();
        sweep.run();
        Instant moved = due(id, ClockType.RESOLVE);
        Api admin = Api.as("admin");
        Response proposed =
                admin.post(OWN + "/publications", TAKEN_BACK, admin.get(OWN).header("ETag"));
        Rows.execute("UPDATE calendar_publication SET published_at = published_at - interval '25 hours'");
        Rows.execute("UPDATE approval_request SET proposed_at = proposed_at - interval '25 hours'");

        // When
        Publishing.confirmed(proposed);
        sweep.run();

        // Then
        assertEquals(moved, due(id, ClockType.RESOLVE));
    }

    @Test
    void whatIsTakenBackLaterGivesNothingBack() {
        // Given
        UUID id = appeals.filed("2026-09-18T17:00");
        stopped();
        sweep.run();
        Instant moved = due(id, ClockType.RESOLVE);
        Rows.execute("UPDATE calendar_publication SET published_at = published_at - interval '25 hours'");

        // When
        Publishing.calendar(TAKEN_BACK);
        sweep.run();

        // Then
        assertEquals(moved, due(id, ClockType.RESOLVE));
    }

    private static void stopped() {
        Publishing.calendar(Map.of(
                "documentNo",
                DOCUMENT,
                "localDays",
                List.of(Map.of("date", "2026-09-20"), Map.of("date", "2026-09-21"))));
    }

    @Test
    void severalReplicasShareTheWork() throws Exception {
        // Given
        for (int i = 0; i < 50; i++) {
            appeals.filed("2026-09-18T17:00");
        }
        Publishing.calendar(Map.of("documentNo", DOCUMENT, "localDays", List.of(Map.of("date", "2026-09-20"))));

        // When
        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Future<SweepChunk.Result>> running = List.of(
                pool.submit(SweepingDueClocksTest.inContext(() -> sweep.run())),
                pool.submit(SweepingDueClocksTest.inContext(() -> sweep.run())),
                pool.submit(SweepingDueClocksTest.inContext(() -> sweep.run())));
        int revised = 0;
        for (Future<SweepChunk.Result> one : running) {
            revised += one.get().revised();
        }
        pool.shutdown();

        // Then
        assertEquals(100, revised);
        assertEquals(100, number("SELECT count(*) FROM due_revision"));
        assertEquals(100, events().size());
    }

    @Test
    void theScheduledSweepNoticesAPublicationByItself() {
        // Given
        UUID id = appeals.filed("2026-09-18T17:00");
        jobs.resume("calendar-changes");

        // When
        Publishing.calendar(Map.of("documentNo", DOCUMENT, "localDays", List.of(Map.of("date", "2026-09-20"))));

        // Then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> due(id, ClockType.CONTACT).equals(at("2026-09-21T09:00")));
    }

    private Instant due(UUID id, ClockType type) {
        return appeals.read(
                id, appeal -> appeal.clock(type).orElseThrow().dueAt().orElseThrow());
    }

    private boolean isProvisional(UUID id) {
        return appeals.read(
                id, appeal -> appeal.clock(ClockType.CONTACT).orElseThrow().isProvisional());
    }

    private String state(UUID id, ClockType type) {
        return appeals.read(
                id, appeal -> appeal.clock(type).orElseThrow().state().name());
    }

    private static List<String> events() {
        return texts("SELECT data FROM event_log WHERE type = 'appeal.deadline-revised.v1' ORDER BY seq");
    }

    private static Instant at(String local) {
        return StoredAppeals.at(local);
    }
}
