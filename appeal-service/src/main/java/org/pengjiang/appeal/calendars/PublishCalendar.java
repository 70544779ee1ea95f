package org.pengjiang.appeal.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.events.CalendarVersionPublished;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.CalendarPublication;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.ExpectedVersion;

/** Publishes what a division adds to the working calendar; every service follows. */
@ApplicationScoped
class PublishCalendar {
    /** The contract wants a text that is not empty: a comment adds nothing. */
    private static final String NOTHING = "# nothing is added any more\n";

    private final DivisionCalendars calendars;
    private final CalendarRevisionCheck check;
    private final Publications publications;
    private final WorkCalendar workCalendar;
    private final ExpectedVersion expectedVersion;
    private final EventLog log;
    private final Clock clock;

    PublishCalendar(
            DivisionCalendars calendars,
            CalendarRevisionCheck check,
            Publications publications,
            WorkCalendar workCalendar,
            ExpectedVersion expectedVersion,
            EventLog log,
            Clock clock) {
        this.calendars = calendars;
        this.check = check;
        this.publications = publications;
        this.workCalendar = workCalendar;
        this.expectedVersion = expectedVersion;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    CalendarRevision publish(DivisionCode division, NewPublication wanted, Caller caller) {
        Optional<DivisionCalendar> held = calendars.ofForChange(division);
        held.ifPresentOrElse(
                calendar -> expectedVersion.check(calendar.revision(), calendar), () -> expectedVersion.check(0));
        CalendarRevision revised = revised(division, held, wanted);
        DivisionCalendar calendar = held.orElseGet(() -> new DivisionCalendar(division, revised));
        calendar.publish(revised);
        List<CalendarRevision.ChangedDay> changed = revised.changedDays();
        PublicationView view =
                PublicationView.of(revised, changed, check.added(wanted), wanted, caller.subject(), Instant.now(clock));
        String text = revised.additions().text();
        log.append(
                calendar,
                new CalendarVersionPublished(
                        division.value(),
                        revised.revision(),
                        revised.after().id(),
                        text.isEmpty() ? NOTHING : text,
                        wanted.documentNo(),
                        view.effectiveFrom(),
                        view.effectiveTo()));
        if (held.isEmpty()) {
            calendars.addFirst(calendar);
        }
        publications.add(calendar.id(), view);
        workCalendar.publish(new CalendarPublication(
                division,
                revised.revision(),
                revised.after().id(),
                revised.additions(),
                wanted.documentNo(),
                view.publishedAt()));
        return revised;
    }

    /** The same without keeping anything. */
    @Transactional
    CalendarRevision preview(DivisionCode division, NewPublication wanted) {
        return revised(division, calendars.of(division), wanted);
    }

    private CalendarRevision revised(DivisionCode division, Optional<DivisionCalendar> held, NewPublication wanted) {
        return check.read(
                division,
                held.map(DivisionCalendar::revision).orElse(0L) + 1,
                held.map(DivisionCalendar::additions).orElse(CalendarAdditions.NONE),
                wanted);
    }
}
