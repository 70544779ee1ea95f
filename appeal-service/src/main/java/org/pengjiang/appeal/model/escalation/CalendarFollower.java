package org.pengjiang.appeal.model.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.DeadlineRevised;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.DueRevision;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.kit.calendar.CalendarStep;
import org.pengjiang.kit.calendar.WorkCalendar;

/**
 * Brings the open clocks of an appeal to the calendar that holds in its division now, one publication after the other and
 * each at the moment it was made: what had come due before is fired by the old calendar, what comes later counts by the new
 * one, however late this runs. No due gets earlier by it, except that a publication taken back soon gives back what it gave.
 */
@ApplicationScoped
public class CalendarFollower {
    static final String REASON = "CALENDAR_CHANGED";

    private final WorkCalendar calendars;
    private final EscalationEngine escalation;
    private final AppealLog log;

    CalendarFollower(WorkCalendar calendars, EscalationEngine escalation, AppealLog log) {
        this.calendars = calendars;
        this.escalation = escalation;
        this.log = log;
    }

    /** @return how many dues were revised */
    @Transactional(Transactional.TxType.MANDATORY)
    public int follow(Appeal appeal, TimeContext now) {
        int revised = 0;
        for (String version : versionsBehind(appeal, now)) {
            CalendarVersion before = calendars.version(version).orElse(null);
            String counted = version;
            for (CalendarStep step : calendars.stepsSince(appeal.division(), version)) {
                Instant at = earlier(step.at().orElse(now.at()), now.at());
                if (before != null) {
                    escalation.fire(appeal, at, now.by(before));
                }
                revised += follow(appeal, counted, before, step, now.at(at));
                before = step.calendar();
                counted = step.calendar().id();
            }
        }
        return revised;
    }

    private static Set<String> versionsBehind(Appeal appeal, TimeContext now) {
        Set<String> behind = new LinkedHashSet<>();
        appeal.clocks().stream()
                .filter(clock -> clock.isOpen()
                        && !clock.calendarVersion().equals(now.calendar().id()))
                .forEach(clock -> behind.add(clock.calendarVersion()));
        return behind;
    }

    private int follow(
            Appeal appeal, String counted, @Nullable CalendarVersion before, CalendarStep step, TimeContext now) {
        List<SlaClock> open = appeal.clocks().stream()
                .filter(clock -> clock.isOpen() && clock.calendarVersion().equals(counted))
                .sorted(Comparator.comparingInt(clock -> clock.type().softness()))
                .toList();
        int revised = 0;
        for (SlaClock clock : open) {
            // another replica may have taken a step before it knew of the publication
            Instant from = later(now.at(), clock.segments().getLast().from());
            CalendarVersion promisedBy = before == null ? step.calendar() : before;
            TimeContext then = now.at(from).by(step.calendar());
            String why = step.documentNo().orElse(REASON);
            Optional<DueRevision> revision = step.restoresSince()
                    .flatMap(since -> appeal.giveBack(clock, promisedBy, since, then, why))
                    .or(() -> appeal.followCalendar(clock, promisedBy, then, why));
            if (revision.isPresent()) {
                log.append(appeal, event(appeal, clock, revision.get()));
                revised++;
            }
        }
        return revised;
    }

    private static DeadlineRevised event(Appeal appeal, SlaClock clock, DueRevision revision) {
        return new DeadlineRevised(
                appeal.standing(),
                clock.id(),
                clock.type().name(),
                clock.family().name(),
                revision.dueAt(),
                clock.isProvisional(),
                revision.previousDueAt(),
                REASON,
                revision.calendarVersion());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
