package org.pengjiang.appeal.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.pengjiang.appeal.model.publication.ProposePublication;
import org.pengjiang.appeal.model.publication.PublicationKind;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.ExpectedVersion;

/** Checks what a division wants to publish and says what it would change; a second person confirms it. */
@ApplicationScoped
class ProposeCalendar {
    private final DivisionCalendars calendars;
    private final CalendarRevisionCheck check;
    private final OpenClocks openClocks;
    private final Publications publications;
    private final ProposePublication propose;
    private final ExpectedVersion expectedVersion;
    private final Clock clock;

    ProposeCalendar(
            DivisionCalendars calendars,
            CalendarRevisionCheck check,
            OpenClocks openClocks,
            Publications publications,
            ProposePublication propose,
            ExpectedVersion expectedVersion,
            Clock clock) {
        this.calendars = calendars;
        this.check = check;
        this.openClocks = openClocks;
        this.publications = publications;
        this.propose = propose;
        this.expectedVersion = expectedVersion;
        this.clock = clock;
    }

    @Transactional
    PublicationProposal propose(DivisionCode division, NewPublication wanted, Caller caller) {
        Optional<DivisionCalendar> held = calendars.ofForChange(division);
        held.ifPresentOrElse(
                calendar -> expectedVersion.check(calendar.revision(), calendar), () -> expectedVersion.check(0));
        CalendarRevisionView effect = effect(division, held, wanted);
        return propose.propose(division, PublicationKind.CALENDAR, wanted.documentNo(), wanted, effect, caller);
    }

    /** What it would change, without keeping anything. */
    @Transactional
    CalendarRevisionView preview(DivisionCode division, NewPublication wanted) {
        return effect(division, calendars.of(division), wanted);
    }

    private CalendarRevisionView effect(DivisionCode division, Optional<DivisionCalendar> held, NewPublication wanted) {
        CalendarRevision revised = check.read(division, held, wanted);
        long earlier = held.flatMap(
                        calendar -> publications.restoredSince(calendar, wanted.withdrawn(), Instant.now(clock)))
                .map(since -> openClocks.givenBackBy(revised, since))
                .orElse(0L);
        return CalendarRevisionView.of(revised, openClocks.movedBy(revised), earlier);
    }
}
