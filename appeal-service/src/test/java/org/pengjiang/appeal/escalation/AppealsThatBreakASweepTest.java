package org.pengjiang.appeal.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pengjiang.appeal.testsupport.Rows.execute;
import static org.pengjiang.appeal.testsupport.Rows.number;
import static org.pengjiang.appeal.testsupport.Rows.texts;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.StoredAppeals;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJobs;
import org.pengjiang.kit.testing.Database;

/** Appeals that no sweep can handle cost the others nothing. It is Friday 2026-09-18 17:00. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class AppealsThatBreakASweepTest {
    /** Whatever was received before 21 August breaks. */
    private static final String BROKEN = """
            CREATE FUNCTION break_down() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
            $$ BEGIN IF NEW.clock_id IN (SELECT c.id FROM deadline_clock c JOIN appeal a ON a.id = c.appeal_id
                                         WHERE a.received_at < '2026-08-21 00:00+08') THEN
                RAISE EXCEPTION 'broken on purpose'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER break_down BEFORE INSERT ON clock_level FOR EACH ROW EXECUTE FUNCTION break_down();
            """;

    private static final String MEND =
            "DROP TRIGGER IF EXISTS break_down ON clock_level; DROP FUNCTION IF EXISTS break_down";

    @Inject
    DueSweep sweep;

    @Inject
    Sweep work;

    @Inject
    DueAppeals dueAppeals;

    @Inject
    StoredAppeals appeals;

    @Inject
    PeriodicJobs jobs;

    @BeforeEach
    void nothingStored() {
        jobs.pauseAll();
        Database.reset();
    }

    @AfterEach
    void mend() {
        execute(MEND);
        Database.reset();
        jobs.resumeAll();
    }

    @Test
    void moreOfThemThanATransactionTakesDoNotEndARun() {
        // Given: the broken ones are overdue longest
        for (int i = 0; i < 45; i++) {
            appeals.filed("2026-08-20T10:00");
        }
        UUID sound = appeals.filed("2026-08-21T10:00");
        execute(BROKEN);

        // When
        sweep.run();

        // Then
        assertEquals(3, number("SELECT count(*) FROM breach WHERE appeal_id = ?", sound));
        assertEquals(3, number("SELECT count(*) FROM breach"));
        assertEquals(45, dueAppeals.failing());
    }

    @Test
    void everyReplicaLeavesThemAloneForAWhile() {
        // Given
        appeals.filed("2026-08-20T10:00");
        execute(BROKEN);
        sweep.run();

        // When
        sweep.run();

        // Then: tried once, and by nobody before ten seconds have passed
        assertEquals(List.of("1"), texts("SELECT DISTINCT attempts FROM deadline_clock"));
    }

    @Test
    void aRestDoublesUpToTenMinutes() {
        // Given
        UUID id = appeals.filed("2026-09-18T16:30");
        List<String> rests = new ArrayList<>();

        // When
        for (int i = 0; i < 8; i++) {
            dueAppeals.failed(id, StoredAppeals.at("2026-09-18T17:00"));
            rests.addAll(texts("SELECT DISTINCT extract(epoch FROM next_try_at - '2026-09-18 17:00+08')::int::text"
                    + " FROM deadline_clock"));
        }

        // Then
        assertEquals(List.of("10", "20", "40", "80", "160", "320", "600", "600"), rests);
    }

    @Test
    void oneThatIsMendedFiresWithItsOwnMoments() {
        // Given
        UUID id = appeals.filed("2026-08-20T10:00");
        execute(BROKEN);
        sweep.run();

        // When
        execute(MEND);
        execute("UPDATE deadline_clock SET next_try_at = '2026-09-18 17:00+08'");
        SweepChunk.Result done = sweep.run();

        // Then
        assertEquals(13, done.fired());
        assertEquals(0, dueAppeals.failing());
        assertEquals(
                1,
                number(
                        "SELECT count(*) FROM breach WHERE appeal_id = ? AND type = 'CONTACT'"
                                + " AND due_at = '2026-08-20 11:00+08'",
                        id));
    }

    @Test
    void whatFallsDueWhileARunGoesOnIsForTheNextOne() {
        // Given: half of its time is used up now, four fifths at 17:18; the clock moves on whenever it is asked
        appeals.filed("2026-09-18T16:30");
        DueSweep ofThatTime = new DueSweep(
                work,
                dueAppeals,
                new Hurrying(StoredAppeals.at("2026-09-18T17:00")),
                new SimpleMeterRegistry(),
                new Period(Optional.of(Duration.ofSeconds(1))));

        // When
        SweepChunk.Result done = ofThatTime.run();

        // Then
        assertEquals(1, done.fired());
        assertEquals(0, dueAppeals.failing(), "nothing is set aside");
    }

    /** Half an hour later each time. */
    private static final class Hurrying extends Clock {
        private Instant now;

        Hurrying(Instant start) {
            now = start;
        }

        @Override
        public Instant instant() {
            Instant asked = now;
            now = now.plus(Duration.ofMinutes(30));
            return asked;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
