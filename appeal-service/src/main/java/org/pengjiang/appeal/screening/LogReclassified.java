package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.appeal.events.AppealClassified;
import org.pengjiang.appeal.events.DeadlineRevised;
import org.pengjiang.appeal.events.ExtensionDecided;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.AppealLog.Entry;
import org.pengjiang.appeal.model.appeal.RevisedClock;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.screening.ClassChange;
import org.pengjiang.appeal.model.screening.Reclassification;

/** Tells as what an appeal is handled now, each due that was moved by it, and which request has lapsed with it. */
@ApplicationScoped
class LogReclassified {
    static final String REASON = "TARGET_CHANGED";

    private final AppealLog log;

    LogReclassified(AppealLog log) {
        this.log = log;
    }

    void log(Appeal appeal, Reclassification.Changed changed) {
        ClassChange change = changed.change();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(
                appeal,
                new AppealClassified(
                        appeal.standing(),
                        change.changedAt(),
                        change.categoryBefore(),
                        change.classBefore().name(),
                        change.cause().name())));
        changed.clocks().stream()
                .filter(RevisedClock::isMoved)
                .forEach(revised -> entries.add(new Entry(appeal, event(appeal, revised))));
        changed.lapsed()
                .ifPresent(extension -> entries.add(new Entry(
                        appeal,
                        new ExtensionDecided(
                                appeal.standing(),
                                extension.seq(),
                                extension.outcome().name()))));
        log.appendAll(entries);
    }

    private static DeadlineRevised event(Appeal appeal, RevisedClock revised) {
        SlaClock clock = revised.clock();
        return new DeadlineRevised(
                appeal.standing(),
                clock.id(),
                clock.type().name(),
                clock.family().name(),
                revised.revision().dueAt(),
                clock.isProvisional(),
                revised.revision().previousDueAt(),
                REASON,
                revised.revision().calendarVersion());
    }
}
