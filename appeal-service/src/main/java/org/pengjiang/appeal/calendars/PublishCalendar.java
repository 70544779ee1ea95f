package org.pengjiang.appeal.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.pengjiang.appeal.events.CalendarVersionPublished;
import org.pengjiang.appeal.model.publication.ProposePublication;
import org.pengjiang.appeal.model.publication.PublicationKind;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.appeal.model.publication.Publisher;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.CalendarPublication;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;

/** Publishes what a division adds to the working calendar, once a second person has confirmed it; every service follows. */
@ApplicationScoped
class PublishCalendar implements Publisher {
    /** The contract wants a text that is not empty: a comment adds nothing. */
    private static final String NOTHING = "# nothing is added any more\n";

    private final ProposePublication proposals;
    private final DivisionCalendars calendars;
    private final CalendarRevisionCheck check;
    private final Publications publications;
    private final WorkCalendar workCalendar;
    private final EventLog log;
    private final Clock clock;

    PublishCalendar(
            ProposePublication proposals,
            DivisionCalendars calendars,
            CalendarRevisionCheck check,
            Publications publications,
            WorkCalendar workCalendar,
            EventLog log,
            Clock clock) {
        this.proposals = proposals;
        this.calendars = calendars;
        this.check = check;
        this.publications = publications;
        this.workCalendar = workCalendar;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public PublicationKind kind() {
        return PublicationKind.CALENDAR;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(PublicationProposal confirmed, Caller confirmedBy) {
        DivisionCode division = confirmed.division();
        NewPublication wanted = proposals.content(confirmed, NewPublication.class);
        Optional<DivisionCalendar> held = calendars.ofForChange(division);
        CalendarRevision revised = check.read(division, held, wanted);
        DivisionCalendar calendar = held.orElseGet(() -> new DivisionCalendar(division, revised));
        Instant now = Instant.now(clock);
        Optional<Instant> restored = publications.restoredSince(calendar, wanted.withdrawn(), now);
        calendar.publish(revised);
        PublicationView view = PublicationView.of(
                revised,
                revised.changedDays(),
                check.added(wanted),
                wanted,
                confirmed.approval().proposedBy(),
                confirmedBy.subject(),
                now);
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
                view.publishedAt(),
                restored.orElse(null)));
    }
}
