package org.pengjiang.appeal.escalation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.appeal.testsupport.Rows.execute;
import static org.pengjiang.appeal.testsupport.Rows.texts;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** Who learns of a reply that stays overdue, and by what. It is Friday 2026-09-18 17:00. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class LadderOfSupervisionTest {
    private static final Api SUPERVISOR = Api.as("supervisor");

    @Inject
    DueSweep sweep;

    @Inject
    StoredAppeals appeals;

    @Inject
    PeriodicJobs jobs;

    @BeforeEach
    void knowTheDistrict() {
        jobs.pauseAll();
        Database.reset();
        Known.district();
    }

    @AfterEach
    void sweepAgain() {
        Database.reset();
        jobs.resumeAll();
    }

    @Test
    void itClimbsFromTheUnitToTheLeader() {
        // Given
        appeals.dispatched("2026-08-20T10:00", "2026-08-20T10:05");

        // When
        sweep.run();

        // Then: whoever gets a task by a rung gets the letter of the task
        assertEquals(
                List.of(
                        "1 UNIT 440703-ZR",
                        "10 ROLE LEADER",
                        "10 ROLE SUPERVISOR",
                        "3 ROLE SUPERVISOR",
                        "3 UNIT 440703-ZR",
                        "5 ROLE SUPERVISOR"),
                texts("SELECT concat_ws(' ', arguments[3], recipient_kind, recipient) FROM notice"
                        + " WHERE occasion = 'HAPPENED clock-escalated' ORDER BY 1"));
        assertEquals(
                List.of("{LEADER}", "{SUPERVISOR}", "{UNIT_HEAD}"),
                texts("SELECT DISTINCT roles::text FROM task WHERE kind = 'promise-overdue' AND item = 'RESOLVE 1'"
                        + " AND done_at IS NULL ORDER BY 1"));
        assertEquals(List.of("f"), texts("SELECT DISTINCT urgent FROM notice WHERE kind = 'clock-escalated'"));
    }

    /** T22: letters to the offices wait for working time, but not where people work day and night. */
    @Test
    void onlyWhatRunsDayAndNightIsUrgent() {
        // Given
        UUID id = appeals.filed("440703101", TimeClass.P0, "2026-08-20T10:00");
        appeals.dispatch(id, "2026-08-20T10:01");

        // When
        sweep.run();

        // Then
        assertEquals(List.of("t"), texts("SELECT DISTINCT urgent FROM notice WHERE kind = 'clock-escalated'"));
    }

    @Test
    void theExplanationShowsTheRungsToTheOfficesAndNotToTheEnterprise() {
        // Given
        UUID id = appeals.dispatched("2026-08-20T10:00", "2026-08-20T10:05");
        sweep.run();
        String path = "/v1/appeals/" + id;

        // When, Then
        SUPERVISOR
                .get(path + "/clocks/RESOLVE/explain")
                .then()
                .statusCode(200)
                .body("rungs.level", contains(50, 80, 100, 101, 102, 103, 104))
                .body("rungs.firedAt", everyItem(notNullValue()))
                .body("rungs[5].tells", contains("SUPERVISOR", "LEADER"))
                .body("rungs[5].raiseTo", equalTo(3))
                .body("rungs.words", not(hasItem(containsString("{"))))
                .body("fired.percent", contains(50, 80, 100));
        SUPERVISOR
                .get(path + "/clocks")
                .then()
                .body("find { it.clock.clock == 'RESOLVE' }.escalated.level", contains(101, 102, 103, 104));
        AnAppeal.ENTERPRISE
                .get(path + "/clocks/RESOLVE/explain")
                .then()
                .statusCode(200)
                .body("rungs", nullValue());
        AnAppeal.ENTERPRISE
                .get(path + "/clocks")
                .then()
                .body("clock.clock", contains("CONTACT", "RESOLVE", "LIMIT"))
                .body("[1].escalated", nullValue());
        AnAppeal.ENTERPRISE
                .get(path + "/timeline")
                .then()
                .body("items.type", not(hasItem("appeal.escalated.v1")))
                .body("items.findAll { it.type == 'appeal.breached.v1' }.data.clock", not(hasItem("UNIT_RESOLVE")));
    }

    @Test
    void aReplyThatTheReleaseBeforeLeftOverdueGetsTheRungsAfterItsDue() {
        // Given: as the migration leaves it
        UUID id = appeals.dispatched("2026-08-20T10:00", "2026-08-20T10:05");
        sweep.run();
        execute("DELETE FROM clock_level WHERE level > 100; UPDATE appeal SET supervision_level = 2;"
                + " UPDATE deadline_clock SET highest_fired = 100, next_level = 100, next_fire_at = '2026-09-18 16:59+08'"
                + " WHERE type = 'RESOLVE'");

        // When
        sweep.run();

        // Then
        assertEquals(
                List.of("101 08-28 17:30", "102 09-01 17:30", "103 09-03 17:30", "104 09-10 17:30"),
                texts(
                        "SELECT l.level || to_char(l.fired_at AT TIME ZONE 'Asia/Shanghai', ' MM-DD HH24:MI')"
                                + " FROM clock_level l JOIN deadline_clock c ON c.id = l.clock_id"
                                + " WHERE c.appeal_id = ? AND l.level > 100 ORDER BY 1",
                        id));
        assertEquals(List.of("4"), texts("SELECT supervision_level::text FROM appeal"));
    }
}
