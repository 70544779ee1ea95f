package org.pengjiang.appeal.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.escalation.CalendarFollower;
import org.pengjiang.appeal.model.escalation.EscalationEngine;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.jdbc.Jdbc;

/**
 * Open appeals of a special class that is closed or replaced go on to whoever follows it; what is answered already stays with who
 * answered. They are found by how they stand, so that one that fails, or whose event another release has handled, is found again.
 */
@ApplicationScoped
class LeaveClosedClasses {
    /** First by the index of the open appeals of a class: in the order of the ids all appeals would be read where none is found. */
    private static final String FOUND = """
            WITH in_work AS MATERIALIZED (
                SELECT a.id FROM known_special_class c JOIN appeal a ON a.class_id = c.class_id
                WHERE NOT c.open AND a.open AND a.class_id IS NOT NULL AND a.state <> 'REPLIED')
            SELECT id FROM in_work WHERE id > ? AND id <> ALL (?::uuid[]) ORDER BY id LIMIT ?
            """;

    private final Jdbc jdbc;
    private final Appeals appeals;
    private final SpecialClassCopies classes;
    private final AssignHandler assign;
    private final TimeContexts times;
    private final CalendarFollower calendar;
    private final EscalationEngine escalation;

    LeaveClosedClasses(
            DataSource database,
            Appeals appeals,
            SpecialClassCopies classes,
            AssignHandler assign,
            TimeContexts times,
            CalendarFollower calendar,
            EscalationEngine escalation) {
        this.jdbc = Jdbc.of(database);
        this.appeals = appeals;
        this.classes = classes;
        this.assign = assign;
        this.times = times;
        this.calendar = calendar;
        this.escalation = escalation;
    }

    /** The next ones after this id. */
    List<UUID> find(SystemScope scope, UUID after, Collection<UUID> leftAlone, int most) {
        return jdbc.list(FOUND, row -> row.getObject(1, UUID.class), after, leftAlone, most);
    }

    /** One transaction. Each is locked, and looked at again: another replica may have come first. */
    @Transactional
    void leave(SystemScope scope, List<UUID> ids) {
        ids.forEach(id -> leave(appeals.forSweep(scope, id)));
    }

    /** What its clocks have come to by now is still the closed class's. */
    private void leave(Appeal appeal) {
        if (!isWithClosedClass(appeal)) {
            return;
        }
        TimeContext now = times.now(appeal);
        calendar.follow(appeal, now);
        escalation.fire(appeal, now);
        assign.leaveClosedClass(appeal, now);
    }

    private boolean isWithClosedClass(Appeal appeal) {
        Optional<UUID> classId = appeal.handler().map(Handler::classId);
        return appeal.isOpen()
                && appeal.state() != AppealState.REPLIED
                && classId.filter(id -> !classes.hold(id)).isPresent();
    }
}
