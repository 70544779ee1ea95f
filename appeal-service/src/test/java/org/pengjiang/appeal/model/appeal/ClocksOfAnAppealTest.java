package org.pengjiang.appeal.model.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.events.AppealSigned;
import org.pengjiang.appeal.events.ClockBreached;
import org.pengjiang.appeal.events.ClockEscalated;
import org.pengjiang.appeal.events.ClockWarned;
import org.pengjiang.appeal.model.clock.DueRevision;
import org.pengjiang.appeal.model.clock.StoredSegment;
import org.pengjiang.appeal.model.correspondence.ContactChannel;
import org.pengjiang.appeal.model.correspondence.ContactProof;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.evaluation.Evaluation;
import org.pengjiang.appeal.model.evaluation.Rating;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.calendar.CalendarData;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.calendar.Deadline;
import org.pengjiang.calendar.LocalDay;
import org.pengjiang.calendar.SegmentKind;

/** What clocks, breaches and the sweep do to an appeal, whoever notices it and however late. */
class ClocksOfAnAppealTest {
    private static final String FRIDAY_AT_FIVE = "2026-09-18T09:00:00Z";

    @Test
    void sixtyWorkingMinutesFromFridayAtFiveEndOnTheSundayThatIsWorked() {
        // When
        ALife life = new ALife(Instant.parse(FRIDAY_AT_FIVE), TimeClass.P3);

        // Then
        assertEquals(
                Optional.of(Instant.parse("2026-09-20T01:00:00Z")),
                life.clock(ClockType.CONTACT).dueAt());
        assertEquals(0, life.sweep(), "nothing fires at the start");
        assertEquals(Optional.of(Instant.parse("2026-09-20T01:00:00Z")), life.appeal.nextDueAt());
    }

    @Test
    void whatIsLeftAloneIsWarnedTwiceBreachesOnceAndIsSignedByItself() {
        // Given
        ALife life = new ALife(Instant.parse(FRIDAY_AT_FIVE), TimeClass.P3).dispatched();

        // When: a sweep that comes a month late
        life.at("2026-10-20T00:00:00Z").sweep();

        // Then
        List<ClockWarned> warned = events(life, ClockWarned.class);
        List<ClockBreached> breached = events(life, ClockBreached.class);
        assertEquals(10, warned.size());
        assertEquals(7, breached.size(), "five, and the two by which the unit is measured");
        assertEquals(
                Instant.parse("2026-09-20T01:00:00Z"),
                breached.stream()
                        .filter(event -> event.clock().equals("CONTACT"))
                        .findFirst()
                        .orElseThrow()
                        .breachedAt());
        AppealSigned signed = events(life, AppealSigned.class).getFirst();
        assertTrue(signed.automatic());
        assertFalse(signed.inTime());
        assertEquals(life.clock(ClockType.SIGN).dueAt(), Optional.of(signed.signedAt()));
        assertEquals(Optional.of(signed.signedAt()), life.appeal.progress().signedAt());
        assertEquals(AppealState.IN_PROGRESS, life.appeal.state());
        assertEquals(4, life.appeal.supervisionLevel(), "ten working days after the due");
        assertEquals(0, life.sweep(), "each level once");
    }

    @Test
    void theEventsOfALateSweepStandInTheOrderInWhichTheyWereDue() {
        // Given
        ALife life = new ALife(Instant.parse(FRIDAY_AT_FIVE), TimeClass.P3).dispatched();

        // When
        life.at("2026-10-20T00:00:00Z").sweep();

        // Then
        List<Instant> moments = life.events.stream()
                .map(event -> switch (event) {
                    case ClockWarned warned -> warned.firedAt();
                    case ClockBreached breached -> breached.breachedAt();
                    case ClockEscalated escalated -> escalated.firedAt();
                    case AppealSigned signed -> signed.signedAt();
                    default -> Instant.MIN;
                })
                .filter(moment -> !moment.equals(Instant.MIN))
                .toList();
        assertEquals(moments.stream().sorted().toList(), moments);
    }

    @Test
    void exactlyAtTheDueIsInTimeAndASecondLaterIsABreach() {
        for (int late : new int[] {0, 1}) {
            // Given
            ALife life = new ALife(Instant.parse(FRIDAY_AT_FIVE), TimeClass.P3).dispatched();
            life.sign();

            // When
            life.time = Instant.parse("2026-09-20T01:00:00Z").plusSeconds(late);
            life.sweep();
            life.attempts.note(
                    life.appeal,
                    new ContactProof(ContactChannel.VISIT, true, null, "V-1", null),
                    15,
                    "clerk",
                    life.now());

            // Then
            assertEquals(
                    late == 0,
                    life.clock(ClockType.CONTACT).result().orElseThrow().met());
            assertEquals(
                    late == 0 ? List.of() : List.of(ClockType.CONTACT, ClockType.UNIT_CONTACT),
                    life.appeal.breaches().stream().map(Breach::type).toList());
            assertEquals(late == 1, life.appeal.isBreached());
        }
    }

    @Test
    void aPausedClockNeverBreachesAndKeepsItsPause() {
        // Given
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).contacted();
        Instant due = life.clock(ClockType.RESOLVE).dueAt().orElseThrow();

        // When
        follow(life, AppealState.WAIT_ENTERPRISE);
        life.at("2026-11-02T01:00:00Z");
        int fired = life.sweep();
        assertEquals(ClockState.PAUSED, life.clock(ClockType.RESOLVE).state());
        assertTrue(life.clock(ClockType.RESOLVE).dueAt().isEmpty());
        follow(life, AppealState.IN_PROGRESS);

        // Then
        assertEquals(0, fired);
        assertEquals(ClockState.RUNNING, life.clock(ClockType.RESOLVE).state());
        assertTrue(life.clock(ClockType.RESOLVE).dueAt().orElseThrow().isAfter(due));
        assertTrue(life.clock(ClockType.RESOLVE).dueAt().orElseThrow().isAfter(life.time));
        assertTrue(life.appeal.breaches().isEmpty());
    }

    @Test
    void mergedAndUnmergedLeavesAGapAndNoPause() {
        // Given
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).contacted();

        // When
        follow(life, AppealState.MERGED);
        life.at("2026-09-23T01:00:00Z");
        assertEquals(0, life.sweep());
        follow(life, AppealState.IN_PROGRESS);

        // Then
        assertEquals(
                List.of(SegmentKind.RUN, SegmentKind.GAP, SegmentKind.RUN),
                life.clock(ClockType.RESOLVE).segments().stream()
                        .map(StoredSegment::kind)
                        .toList());
    }

    @Test
    void aBreachSurvivesReplyRatingANewRoundAndClosure() {
        // Given
        ALife life = new ALife(Instant.parse(FRIDAY_AT_FIVE), TimeClass.P3).dispatched();
        life.at("2026-09-21T02:00:00Z").sweep();
        Breach contact = life.appeal.breaches().getFirst();
        assertEquals(ClockType.CONTACT, contact.type());
        assertEquals(AppealState.IN_PROGRESS, life.appeal.state(), "the limit to sign has passed too");

        // When
        life.call();
        life.reply(ReplyResult.PARTLY);
        life.rate(Solved.NOT, 1);
        life.sign();
        life.call();
        life.reply(ReplyResult.SOLVED);
        life.rate(Solved.SOLVED, 5);

        // Then
        assertEquals(AppealState.CLOSED, life.appeal.state());
        assertTrue(life.appeal.breaches().contains(contact));
        assertTrue(life.appeal.isBreached());
        assertEquals(2, life.appeal.round());
        assertTrue(life.appeal.nextDueAt().isEmpty());
    }

    @Test
    void anAppealThatNobodyRatesClosesAtTheEndOfTheWindowAndTheDefaultIsNoAnswer() {
        // Given
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).replied();

        // When
        life.at("2026-10-15T00:00:00Z").sweep();

        // Then
        assertEquals(AppealState.CLOSED, life.appeal.state());
        assertEquals(
                Optional.of(Instant.parse("2026-09-28T01:00:00Z")),
                life.appeal.progress().closedAt());
        assertEquals(Optional.of(ClosedBy.WINDOW), life.appeal.progress().closedBy());
        Rating rating = life.evaluation.rating(life.appeal).orElseThrow();
        assertTrue(rating.isAutomatic());
        assertTrue(rating.solved().isEmpty() && rating.stars().isEmpty());
        assertFalse(life.appeal.isBreached(), "a window nobody used is no broken promise");
        assertEquals(
                List.of(ClockType.CALLBACK),
                life.appeal.breaches().stream().map(Breach::type).toList(),
                "nobody has called");
    }

    @Test
    void whoeverIsHandedAnUnsignedAppealHasItsOwnTimeToSign() {
        // Given: ten minutes are left to sign
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).dispatched();
        SlaClock before = life.clock(ClockType.SIGN);
        SlaClock reply = life.clock(ClockType.RESOLVE);
        Instant due = before.dueAt().orElseThrow();
        Instant promised = reply.dueAt().orElseThrow();
        life.time = due.minusSeconds(600);
        life.sweep();

        // When
        life.handOver(Handler.unit("440703102"));
        life.time = due.plusSeconds(1);
        life.sweep();

        // Then
        assertEquals(AppealState.DISPATCHED, life.appeal.state());
        assertEquals(ClockState.STOPPED, before.state());
        SlaClock after = life.clock(ClockType.SIGN);
        assertEquals(Optional.of("440703102"), after.unitCode());
        assertTrue(life.appeal.breaches().stream().noneMatch(breach -> breach.type() == ClockType.SIGN));
        assertEquals(Optional.of(promised), reply.dueAt(), "the enterprise's goes on");

        // When: nobody signs in that time either
        life.time = after.dueAt().orElseThrow().plusSeconds(1);
        life.sweep();

        // Then
        assertEquals(AppealState.IN_PROGRESS, life.appeal.state());
        assertEquals(
                List.of("440703102"),
                life.appeal.breaches().stream()
                        .filter(breach -> breach.type() == ClockType.SIGN)
                        .flatMap(breach -> breach.unitAtDue().stream())
                        .toList());
    }

    @Test
    void whoeverIsHandedADraftHasItsOwnTimeToReviewIt() {
        // Given
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).drafted();
        SlaClock before = life.clock(ClockType.REVIEW);
        life.time = before.dueAt().orElseThrow().minusSeconds(60);
        life.sweep();

        // When
        life.handOver(Handler.unit("440703102"));

        // Then
        assertEquals(ClockState.STOPPED, before.state());
        assertEquals(Optional.of("440703102"), life.clock(ClockType.REVIEW).unitCode());
        assertEquals(life.time, life.clock(ClockType.REVIEW).startedAt());
    }

    @Test
    void aDirectAnswerThatIsRatedBadlyWaitsToBeDispatched() {
        // Given: the centre has answered by itself
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).waiting();
        life.appeal.advance(AppealCommand.ANSWER_DIRECTLY, AppealState.REPLIED, life.now());

        // When
        life.rate(Solved.NOT, 1);

        // Then
        assertEquals(AppealState.PENDING_DISPATCH, life.appeal.state());
        assertEquals(2, life.appeal.round());
        assertTrue(life.clock(ClockType.DISPATCH).isWaiting());
        assertTrue(life.clock(ClockType.CONTACT).isWaiting());
        life.dispatch(Handler.unit("440703101"));
        assertEquals(AppealState.DISPATCHED, life.appeal.state());
    }

    @Test
    void theThirdBadRatingWaitsForADecisionThatTheOfficesOwe() {
        // Given
        ALife life = new ALife(Instant.parse("2026-09-21T01:00:00Z"), TimeClass.P3).replied();
        for (int round = 1; round <= Evaluation.AUTOMATIC_REWORKS; round++) {
            life.rate(Solved.NOT, 1);
            life.sign();
            life.call();
            life.reply(ReplyResult.SOLVED);
        }

        // When
        life.rate(Solved.NOT, 1);
        life.at("2026-12-01T00:00:00Z").sweep();

        // Then
        assertTrue(life.clock(ClockType.DECISION).isWaiting());
        assertEquals(
                Set.of(ClockType.CALLBACK, ClockType.DECISION),
                life.appeal.breaches().stream().map(Breach::type).collect(Collectors.toSet()));
        assertTrue(life.appeal.breaches().stream()
                .allMatch(breach -> breach.unitAtDue().isEmpty()));
        assertEquals(AppealState.REPLIED, life.appeal.state());
        assertEquals(3, life.appeal.round());
        assertEquals(3, life.appeal.supervisionLevel());
    }

    @Test
    void aCalendarNeverBringsADueForward() {
        // Given
        ALife life = new ALife(Instant.parse("2027-02-12T16:30:00Z"), TimeClass.P3);
        SlaClock resolve = life.clock(ClockType.RESOLVE);
        Instant promised = resolve.dueAt().orElseThrow();
        assertTrue(resolve.isProvisional());
        life.at("2027-02-12T17:00:00Z");

        // When: the same calendar again, then one that has a day less to work
        Optional<DueRevision> same =
                resolve.followCalendar(ALife.CALENDAR, null, life.now().by(ALife.CALENDAR), "CALENDAR_CHANGED");
        LocalDay stormy = LocalDay.suspended(LocalDate.of(2027, 2, 15), "DOC-1 (fictional)");
        CalendarVersion typhoon = CalendarVersion.of(ALife.CALENDAR.data().withLocalDay(stormy, "TEST-1"))
                .allowingProvisional();
        Optional<DueRevision> later =
                resolve.followCalendar(ALife.CALENDAR, null, life.now().by(typhoon), "CALENDAR_CHANGED");
        Instant moved = resolve.dueAt().orElseThrow();
        Optional<DueRevision> back =
                resolve.followCalendar(typhoon, null, life.now().by(ALife.CALENDAR), "CALENDAR_CHANGED");

        // Then
        assertTrue(same.isEmpty());
        assertTrue(moved.isAfter(promised));
        assertEquals(promised, later.orElseThrow().previousDueAt());
        assertEquals(moved, resolve.dueAt().orElseThrow(), "a promise once given stands");
        assertEquals(moved, back.orElseThrow().dueAt());
    }

    @Test
    void whatIsTakenBackSoonGivesBackWhatItGaveAndNeverMore() {
        // Given: a stop moves the reply, and another one that stays moves it once more
        ALife life = new ALife(Instant.parse("2026-05-15T16:30:00Z"), TimeClass.P3);
        SlaClock resolve = life.clock(ClockType.RESOLVE);
        Instant promised = resolve.dueAt().orElseThrow();
        CalendarVersion mistake = suspended(ALife.CALENDAR, 18, "MISTAKE");
        CalendarVersion both = suspended(mistake, 19, "BOTH");
        life.at("2026-05-15T17:00:00Z");
        Instant published = life.time;
        resolve.followCalendar(ALife.CALENDAR, null, life.now().by(mistake), "DOC-1 (fictional)");
        life.at("2026-05-15T18:00:00Z");
        resolve.followCalendar(mistake, null, life.now().by(both), "DOC-2 (fictional)");
        Instant moved = resolve.dueAt().orElseThrow();

        // When
        life.at("2026-05-16T02:00:00Z");
        CalendarVersion right = suspended(ALife.CALENDAR, 19, "RIGHT");
        DueRevision back = resolve.giveBack(both, null, published, life.now().by(right), "DOC-3 (fictional)")
                .orElseThrow();

        // Then: one day of the two is left, also when it is computed from what is stored
        Instant due = resolve.dueAt().orElseThrow();
        assertTrue(due.isAfter(promised) && due.isBefore(moved), promised + " " + due + " " + moved);
        assertEquals(moved, back.previousDueAt());
        assertEquals(due, back.dueAt());
        assertEquals(Optional.of(due), resolve.running().due(right).map(Deadline::dueAt), "as it is stored");
        DueRevision all = resolve.giveBack(right, null, published, life.now(), "DOC-4 (fictional)")
                .orElseThrow();
        assertEquals(promised, all.dueAt(), "and never before the first promise");
    }

    @Test
    void whatWasFiledUnderThePublicationKeepsItsFirstPromiseWhenThatIsTakenBack() {
        // Given
        ALife life = new ALife(Instant.parse("2026-05-15T16:30:00Z"), TimeClass.P3);
        SlaClock resolve = life.clock(ClockType.RESOLVE);
        life.at("2026-05-15T17:00:00Z");

        // When
        Optional<DueRevision> back = resolve.giveBack(
                ALife.CALENDAR, null, Instant.parse("2026-05-15T08:00:00Z"), life.now(), "DOC-1 (fictional)");

        // Then
        assertTrue(back.isEmpty());
    }

    private static CalendarVersion suspended(CalendarVersion calendar, int dayOfMay, String version) {
        LocalDay day = LocalDay.suspended(LocalDate.of(2026, 5, dayOfMay), "DOC-1 (fictional)");
        return CalendarVersion.of(calendar.data().withLocalDay(day, version)).allowingProvisional();
    }

    @Test
    void theReplyIsNeverDueAfterTheLatestReply() {
        // When
        ALife life = new ALife(Instant.parse("2026-03-02T01:00:00Z"), TimeClass.P3);

        // Then: the end of the fifth working day would be half past five
        SlaClock resolve = life.clock(ClockType.RESOLVE);
        assertEquals(
                Optional.of(Instant.parse("2026-03-09T01:00:00Z")),
                life.clock(ClockType.LIMIT).dueAt());
        assertEquals(life.clock(ClockType.LIMIT).dueAt(), resolve.dueAt());
        assertEquals(ClockType.LIMIT, resolve.rule().cutTo());
        assertEquals(List.of("5 WORKING_DAYS_END"), resolve.rule().otherTargets());
    }

    @Test
    void aCalendarDoesNotMoveTheReplyPastTheLatestReply() {
        // Given: due on Friday, and the latest reply, whose seven days end on Saturday, on Monday
        ALife life = new ALife(Instant.parse("2026-05-15T16:30:00Z"), TimeClass.P3);
        SlaClock resolve = life.clock(ClockType.RESOLVE);
        SlaClock limit = life.clock(ClockType.LIMIT);
        life.at("2026-05-15T17:00:00Z");
        CalendarData data = ALife.CALENDAR.data();
        for (int day : List.of(18, 19, 20)) {
            data = data.withLocalDay(
                    LocalDay.suspended(LocalDate.of(2026, 5, day), "DOC-1 (fictional)"), "TEST-" + day);
        }
        CalendarVersion typhoon = CalendarVersion.of(data).allowingProvisional();
        Instant promised = resolve.dueAt().orElseThrow();
        assertTrue(promised.isBefore(limit.dueAt().orElseThrow()));

        // When
        for (SlaClock clock : List.of(limit, resolve)) {
            life.appeal.followCalendar(clock, ALife.CALENDAR, life.now().by(typhoon), "CALENDAR_CHANGED");
        }

        // Then
        assertTrue(resolve.dueAt().orElseThrow().isAfter(promised));
        assertEquals(limit.dueAt(), resolve.dueAt());
        assertEquals(limit.dueAt(), resolve.running().due(typhoon).map(Deadline::dueAt), "as it is stored");
    }

    @Test
    void aStopThatIsProlongedMovesTheReplyWithTheLatestReplyEachTime() {
        // Given: received on Monday, due on Friday, and the latest reply on the Monday after
        ALife life = new ALife(Instant.parse("2026-12-07T02:00:00Z"), TimeClass.P3, ALife.WHOLE_DAYS);
        SlaClock resolve = life.clock(ClockType.RESOLVE);
        SlaClock limit = life.clock(ClockType.LIMIT);
        assertEquals(Optional.of(Instant.parse("2026-12-11T09:30:00Z")), resolve.dueAt());
        assertEquals(Optional.of(Instant.parse("2026-12-14T09:30:00Z")), limit.dueAt());

        // When: two days are off, and later the day of the latest reply too
        CalendarVersion first = stopped(ALife.CALENDAR, 8, 9);
        follow(life.at("2026-12-07T08:00:00Z"), ALife.CALENDAR, first);
        assertEquals(limit.dueAt(), resolve.dueAt());
        CalendarVersion second = stopped(first, 14);
        follow(life.at("2026-12-11T08:00:00Z"), first, second);

        // Then
        assertEquals(Optional.of(Instant.parse("2026-12-15T09:30:00Z")), limit.dueAt());
        assertEquals(limit.dueAt(), resolve.dueAt());
        assertEquals(limit.dueAt(), resolve.running().due(second).map(Deadline::dueAt), "as it is stored");

        // and a third, behind both, changes nothing
        CalendarVersion third = stopped(second, 21);
        follow(life.at("2026-12-11T08:30:00Z"), second, third);
        assertEquals(limit.dueAt(), resolve.dueAt());
    }

    private static CalendarVersion stopped(CalendarVersion calendar, int... daysOfDecember) {
        CalendarData data = calendar.data();
        for (int day : daysOfDecember) {
            data = data.withLocalDay(
                    LocalDay.suspended(LocalDate.of(2026, 12, day), "DOC-1 (fictional)"), "TEST-" + day);
        }
        return CalendarVersion.of(data).allowingProvisional();
    }

    private static void follow(ALife life, CalendarVersion before, CalendarVersion after) {
        for (ClockType type : List.of(ClockType.LIMIT, ClockType.RESOLVE)) {
            life.appeal.followCalendar(life.clock(type), before, life.now().by(after), "CALENDAR_CHANGED");
        }
    }

    @Test
    void aBreachIsOfWhoeverHadTheAppealAtTheDue() {
        // Given: called in an hour and more before it was entered and dispatched
        ALife life = new ALife(Instant.parse("2026-09-17T01:00:00Z"), TimeClass.P3);
        life.at("2026-09-18T08:00:00Z").dispatched();

        // When
        life.sweep();
        life.at("2026-10-20T00:00:00Z").sweep();

        // Then
        assertEquals(
                List.of(
                        "CONTACT CENTRE null",
                        "UNIT_CONTACT UNIT 440703101",
                        "SIGN UNIT 440703101",
                        "PLAN UNIT 440703101",
                        "RESOLVE UNIT 440703101",
                        "LIMIT UNIT 440703101",
                        "UNIT_RESOLVE UNIT 440703101"),
                events(life, ClockBreached.class).stream()
                        .map(event -> event.clock() + " " + event.chargedTo() + " " + event.unitAtDue())
                        .toList());
        assertEquals(
                Optional.of("440703101"),
                life.appeal.breaches().getFirst().accountableUnit(),
                "who has it when it is noticed");
        assertEquals(Optional.empty(), life.appeal.breaches().getFirst().unitAtDue());
    }

    private static void follow(ALife life, AppealState state) {
        new ClockBoard(life.appeal, life.appeal.clocks()).leaveFor(state, life.now());
    }

    private static <E> List<E> events(ALife life, Class<E> type) {
        return life.events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
