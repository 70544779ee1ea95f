package org.pengjiang.appeal.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.jdbc.Jdbc;

/** How many clocks a publication would touch, counted where they are stored. */
@ApplicationScoped
class OpenClocks {
    /** The index of open clocks by calendar holds exactly those that are looked at. */
    private static final String MOVED = """
            SELECT count(*) FROM deadline_clock c JOIN appeal a ON a.id = c.appeal_id
            WHERE c.state IN ('RUNNING', 'PAUSED') AND (c.due_at IS NULL OR c.due_at >= ?)
              AND (c.roll_forward OR c.target_unit NOT IN ('NATURAL_MINUTES', 'NATURAL_DAYS')) AND a.%s = ?
            """;

    /** Those of them that a calendar has moved since. */
    private static final String GIVEN_BACK = MOVED
            + " AND EXISTS (SELECT FROM due_revision r WHERE r.clock_id = c.id AND r.kind = 'CALENDAR' AND r.revised_at >= ?)";

    private final Jdbc jdbc;

    OpenClocks(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** Those that count by the calendar and are not due before the first day that changes. */
    @Unscoped("of the division that the revision is for, and below")
    long movedBy(CalendarRevision revised) {
        return count(MOVED, revised, List.of());
    }

    /** Those that may get an earlier due: what has moved them since then is taken back. */
    @Unscoped("of the division that the revision is for, and below")
    long givenBackBy(CalendarRevision revised, Instant since) {
        return count(GIVEN_BACK, revised, List.of(since));
    }

    private long count(String sql, CalendarRevision revised, List<Object> more) {
        List<CalendarRevision.ChangedDay> days = revised.changedDays();
        if (days.isEmpty()) {
            return 0;
        }
        DivisionScope scope = DivisionScope.of(revised.division());
        List<Object> values = new ArrayList<>();
        values.add(ShanghaiTime.instant(days.getFirst().date().atStartOfDay()));
        values.add(scope.value());
        values.addAll(more);
        return jdbc.first(sql.formatted(scope.column()), row -> row.getLong(1), values.toArray())
                .orElseThrow();
    }
}
