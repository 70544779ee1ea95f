package org.pengjiang.appeal.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.appeal.model.problem.CalendarProblem;
import org.pengjiang.calendar.CalendarErrorCode;
import org.pengjiang.calendar.CalendarException;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.calendar.Deadline;
import org.pengjiang.calendar.Pause;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.calendar.Target;
import org.pengjiang.identifiers.Finding;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Answers what-if questions by the calendar of the caller's division, as the clocks of appeals do. */
@ApplicationScoped
class PreviewDeadline {
    private final WorkCalendar calendars;

    PreviewDeadline(WorkCalendar calendars) {
        this.calendars = calendars;
    }

    /** @throws DomainException VALUE_UNACCEPTABLE with every fault */
    DeadlineAnswer answer(DeadlineQuestion question, Caller caller) {
        requireSound(question);
        CalendarVersion calendar = caller.division().map(calendars::of).orElseGet(calendars::current);
        Target target = new Target(question.amount(), question.unit(), question.rolls());
        List<Pause> pauses = question.spans().stream()
                .map(span -> new Pause(span.from().toInstant(), span.to().toInstant()))
                .toList();
        Instant from = question.from().toInstant();
        try {
            Deadline deadline = calendar.deadline(from, target, pauses);
            return new DeadlineAnswer(
                    ShanghaiTime.local(deadline.dueAt()),
                    calendar.pausedWorkingMinutes(from, deadline.dueAt(), pauses),
                    deadline.provisional(),
                    deadline.calendarVersion());
        } catch (CalendarException refusal) {
            throw refusal.code() == CalendarErrorCode.CALENDAR_HORIZON_EXCEEDED ? beyond(refusal, question) : refusal;
        }
    }

    private static DomainException beyond(CalendarException refusal, DeadlineQuestion question) {
        Finding finding = new Finding(refusal.code().name(), refusal.detail(), refusal.detailZh());
        return new DomainException(KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at(placeBeyond(question), finding)));
    }

    /** When every moment is within the calendar, the time in between goes beyond it. */
    private static String placeBeyond(DeadlineQuestion question) {
        if (!CalendarVersion.reaches(question.from().toInstant())) {
            return "/from";
        }
        for (int i = 0; i < question.spans().size(); i++) {
            DeadlineQuestion.PauseSpan span = question.spans().get(i);
            if (!CalendarVersion.reaches(span.from().toInstant())) {
                return "/pauses/" + i + "/from";
            }
            if (!CalendarVersion.reaches(span.to().toInstant())) {
                return "/pauses/" + i + "/to";
            }
        }
        return "/amount";
    }

    private static void requireSound(DeadlineQuestion question) {
        List<Fault> faults = new ArrayList<>();
        if (!hasSoundAmount(question)) {
            faults.add(Fault.at("/amount", CalendarProblem.TARGET_AMOUNT, question.unit()));
        }
        if (question.rolls() && !question.unit().mayRollForward()) {
            faults.add(Fault.at("/rollForward", CalendarProblem.ROLL_FORWARD_UNFIT, question.unit()));
        }
        for (int i = 0; i < question.spans().size(); i++) {
            DeadlineQuestion.PauseSpan span = question.spans().get(i);
            if (span.to().isBefore(span.from())) {
                faults.add(Fault.at("/pauses/" + i, CalendarProblem.PAUSE_REVERSED));
            }
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
    }

    private static boolean hasSoundAmount(DeadlineQuestion question) {
        try {
            return new Target(question.amount(), question.unit(), false).amount() >= 0;
        } catch (CalendarException outOfRange) {
            return false;
        }
    }
}
