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

    private final Calendars calendars;
    private final EditionReader reader;
    private final Publications publications;
    private final WorkCalendar workCalendar;
    private final ExpectedVersion expectedVersion;
    private final EventLog log;
    private final Clock clock;

    PublishCalendar(
            Calendars calendars,
            EditionReader reader,
            Publications publications,
            WorkCalendar workCalendar,
            ExpectedVersion expectedVersion,
            EventLog log,
            Clock clock) {
        this.calendars = calendars;
        this.reader = reader;
        this.publications = publications;
        this.workCalendar = workCalendar;
        this.expectedVersion = expectedVersion;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    Edition publish(DivisionCode division, NewPublication wanted, Caller caller) {
        Optional<Calendar> held = calendars.ofForChange(division);
        held.ifPresentOrElse(
                calendar -> expectedVersion.check(calendar.revision(), calendar), () -> expectedVersion.check(0));
        Edition edition = edition(division, held, wanted);
        Calendar calendar = held.orElseGet(() -> new Calendar(division, edition));
        calendar.publish(edition);
        List<Edition.ChangedDay> changed = edition.changedDays();
        PublicationView view = PublicationView.of(
                edition, changed, reader.added(wanted), wanted, caller.subject(), Instant.now(clock));
        String text = edition.additions().text();
        log.append(
                calendar,
                new CalendarVersionPublished(
                        division.value(),
                        edition.revision(),
                        edition.after().id(),
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
                edition.revision(),
                edition.after().id(),
                edition.additions(),
                wanted.documentNo(),
                view.publishedAt()));
        return edition;
    }

    /** The same without keeping anything. */
    @Transactional
    Edition preview(DivisionCode division, NewPublication wanted) {
        return edition(division, calendars.of(division), wanted);
    }

    private Edition edition(DivisionCode division, Optional<Calendar> held, NewPublication wanted) {
        return reader.read(
                division,
                held.map(Calendar::revision).orElse(0L) + 1,
                held.map(Calendar::additions).orElse(CalendarAdditions.NONE),
                wanted);
    }
}
