package org.pengjiang.appeal.escalation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.appeal.testsupport.Rows.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.escalation.CalendarFollower;
import org.pengjiang.appeal.model.escalation.EscalationEngine;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Publishing;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/**
 * What is only ever added, is added row by row: each in a transaction of its own, that finds the rows before it stored, and by
 * the role of production, which may neither change nor remove them. Within one transaction a collection that is written anew
 * looks like one that was added to.
 */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class AddedOneByOneTest {
    private static final String OWN = "/v1/calendars/divisions/440703";

    @Inject
    EscalationEngine escalation;

    @Inject
    CalendarFollower calendar;

    @Inject
    StoredAppeals appeals;

    @Inject
    PeriodicJobs jobs;

    @Inject
    DataSource database;

    @BeforeEach
    void nothingStored() {
        jobs.pause("due-clocks");
        jobs.pause("calendar-changes");
        Database.reset();
        shippedAgain();
    }

    @AfterEach
    void sweepAgain() {
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
    void theServiceWorksAsTheRoleOfProductionWhichMayOnlyAdd() {
        assertEquals(List.of("appeal_app"), asService("SELECT current_user"));
        assertEquals(List.of("f"), asService("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"));
        assertEquals(
                List.of("breach t f f", "clock_level t f f", "due_revision t f f", "rating t f f"), asService("""
                        SELECT concat_ws(' ', name, has_table_privilege(name, 'INSERT'), has_table_privilege(name, 'UPDATE'),
                                         has_table_privilege(name, 'DELETE'))
                        FROM unnest('{breach,clock_level,due_revision,rating}'::text[]) AS name"""));
    }

    @Test
    void levelsOfAClock() {
        // Given: sixty working minutes
        UUID id = appeals.filed("2026-09-17T10:00");

        // When
        fire(id, "2026-09-17T10:30");
        fire(id, "2026-09-17T10:48");
        fire(id, "2026-09-17T11:01");

        // Then
        assertEquals(
                List.of("50 10:30", "80 10:48", "100 11:00"),
                texts(
                        "SELECT l.level || to_char(l.fired_at AT TIME ZONE 'Asia/Shanghai', ' HH24:MI') FROM clock_level l"
                                + " JOIN deadline_clock c ON c.id = l.clock_id WHERE c.type = 'CONTACT' ORDER BY l.level"));
        assertEquals(List.of("CONTACT"), texts("SELECT type FROM breach"));
    }

    @Test
    void segmentsOfAClock() {
        // Given
        UUID id = appeals.dispatched("2026-09-17T10:00", "2026-09-17T10:01");

        // When: an answer ends the running segment and adds the one in which it stands
        appeals.sign(id, "2026-09-17T10:05");

        // Then
        assertEquals(
                List.of("RUN 2026-09-17T02:01:00Z\nSTOP 2026-09-17T02:05:00Z"),
                texts("SELECT segments FROM deadline_clock WHERE type = 'SIGN'"));
        assertEquals(
                List.of("RUN 2026-09-17T02:00:00Z"),
                texts("SELECT segments FROM deadline_clock WHERE type = 'CONTACT'"));
    }

    @Test
    void revisionsOfADue() {
        // Given
        UUID id = appeals.filed("2026-09-18T17:00");

        // When: two storms, each noticed by itself
        Publishing.calendar(Map.of("documentNo", "演示文号〔2026〕1号", "localDays", List.of(Map.of("date", "2026-09-20"))));
        follow(id);
        Publishing.calendar(Map.of("documentNo", "演示文号〔2026〕2号", "localDays", List.of(Map.of("date", "2026-09-21"))));
        follow(id);

        // Then
        assertEquals(
                List.of("0 演示文号〔2026〕1号", "1 演示文号〔2026〕2号"),
                texts(
                        "SELECT r.position || ' ' || r.reason FROM due_revision r JOIN deadline_clock c ON c.id = r.clock_id"
                                + " WHERE c.type = 'CONTACT' ORDER BY r.position"));
    }

    @Test
    void ratingsOfAnAppeal() {
        // Given
        UUID id = appeals.dispatched("2026-09-17T10:00", "2026-09-17T10:01");
        appeals.reply(id, "2026-09-17T10:10");
        rate(id, Solved.NOT, "2026-09-17T10:20");
        appeals.reply(id, "2026-09-17T10:30");

        // When
        rate(id, Solved.SOLVED, "2026-09-17T10:40");

        // Then
        assertEquals(
                List.of("1 NOT", "2 SOLVED"),
                texts("SELECT round || ' ' || solved FROM rating WHERE appeal_id = ? ORDER BY round", id));
    }

    private void fire(UUID id, String moment) {
        appeals.change(id, moment, change -> escalation.fire(change.appeal(), change.now()));
    }

    private void follow(UUID id) {
        appeals.change(id, "2026-09-18T17:00:30", change -> calendar.follow(change.appeal(), change.now()));
    }

    private void rate(UUID id, Solved solved, String moment) {
        appeals.rate(id, moment, solved, 4);
    }

    private List<String> asService(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
