package org.pengjiang.appeal.model.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.AssignmentRef;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.evaluation.Callbacks;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.calendar.Target;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Plans for appeals that cannot be solved now: proposed, decided, and carried out step by step. */
@ApplicationScoped
public class Trackings {
    private static final int MOST_YEARS = 3;
    private static final String SOURCE = "tracking plan";

    /** Where a plan may be proposed. */
    private static final Set<AppealState> PROPOSED_IN = EnumSet.of(AppealState.IN_PROGRESS, AppealState.REPLIED);

    private final AppealParts parts;
    private final Assignments assignments;
    private final Callbacks callbacks;

    public Trackings(AppealParts parts, Assignments assignments, Callbacks callbacks) {
        this.parts = parts;
        this.assignments = assignments;
        this.callbacks = callbacks;
    }

    /**
     * The leader has to decide on it.
     *
     * @throws DomainException CONTACT_NEEDED, TRACKING_LATE, TRACKING_WAITS; VALUE_UNACCEPTABLE with every fault of the plan
     */
    public TrackingPlan propose(Appeal appeal, NewTracking said, String account, TimeContext now) {
        appeal.require(AppealCommand.PROPOSE_TRACKING);
        requirePossible(appeal);
        if (waiting(appeal).isPresent()) {
            throw new DomainException(AppealProblem.TRACKING_WAITS);
        }
        requireGood(said, "", now);
        lapse(appeal, now);
        TrackingPlan plan = add(appeal, said, account, now);
        appeal.note(AppealCommand.PROPOSE_TRACKING, now);
        return plan;
    }

    /**
     * The leader approves what was proposed: its milestones run from now on, and the promises stop.
     *
     * @throws DomainException TRACKING_NOT_PROPOSED, TRACKING_LATE, FOUR_EYES, MILESTONE_PAST
     */
    public TrackingPlan approve(Appeal appeal, @Nullable String note, String account, TimeContext now) {
        appeal.require(AppealCommand.TRACK);
        TrackingPlan plan = requireWaiting(appeal);
        requirePossible(appeal);
        LocalDate today = ShanghaiTime.date(now.at());
        if (of(appeal, plan).stream().anyMatch(milestone -> !milestone.dueOn().isAfter(today))) {
            throw new DomainException(AppealProblem.MILESTONE_PAST);
        }
        plan.approve(account, note, now.at());
        begin(appeal, plan, AppealCommand.TRACK, now);
        return plan;
    }

    /** @throws DomainException TRACKING_NOT_PROPOSED, FOUR_EYES */
    public TrackingPlan refuse(Appeal appeal, String why, String account, TimeContext now) {
        appeal.require(AppealCommand.REFUSE_TRACKING);
        TrackingPlan plan = requireWaiting(appeal);
        plan.reject(account, why, now.at());
        appeal.note(AppealCommand.REFUSE_TRACKING, now);
        return plan;
    }

    /**
     * The leader decides by another command that an appeal is tracked, by a plan of their own.
     *
     * @param pointer where the request says the plan, such as {@code /tracking}
     * @throws DomainException VALUE_UNACCEPTABLE with every fault of the plan
     */
    public TrackingPlan decide(
            Appeal appeal, AppealCommand command, NewTracking said, String pointer, String account, TimeContext now) {
        appeal.require(command);
        requireGood(said, pointer, now);
        lapse(appeal, now);
        TrackingPlan plan = add(appeal, said, account, now);
        plan.decideOwn(now.at());
        begin(appeal, plan, command, now);
        return plan;
    }

    /** What nobody has decided. */
    public void lapse(Appeal appeal, TimeContext now) {
        plans(appeal).forEach(plan -> plan.lapse(now.at()));
    }

    private static void requirePossible(Appeal appeal) {
        if (!isAgreeable(appeal)) {
            throw new DomainException(AppealProblem.CONTACT_NEEDED);
        }
        if (!isInTime(appeal)) {
            throw new DomainException(AppealProblem.TRACKING_LATE);
        }
    }

    /** Whether a plan may take the place of the promises now. */
    public static boolean isPossible(Appeal appeal) {
        return isAgreeable(appeal) && isInTime(appeal);
    }

    /** Nobody agrees on a plan with an enterprise that was not reached. */
    private static boolean isAgreeable(Appeal appeal) {
        return appeal.isAnswered() || appeal.progress().isReached();
    }

    /** Nor does a plan excuse the latest reply once that is missed. */
    private static boolean isInTime(Appeal appeal) {
        return appeal.isAnswered()
                || appeal.clock(ClockType.LIMIT)
                        .flatMap(SlaClock::result)
                        .filter(ended -> !ended.met())
                        .isEmpty();
    }

    private TrackingPlan add(Appeal appeal, NewTracking said, String account, TimeContext now) {
        TrackingPlan plan =
                new TrackingPlan(appeal, parts.nextSeq(appeal, TrackingPlan.class), said, account, now.at());
        parts.add(plan);
        said.milestones()
                .forEach(next -> parts.add(new Milestone(appeal, parts.nextSeq(appeal, Milestone.class), plan, next)));
        return plan;
    }

    private void begin(Appeal appeal, TrackingPlan plan, AppealCommand command, TimeContext now) {
        AssignmentRef present = assignments.newest(appeal).map(Assignment::ref).orElseThrow();
        callbacks.end(appeal, now);
        appeal.advance(command, AppealState.TRACKING, present, now);
        LocalDate today = ShanghaiTime.date(now.at());
        for (Milestone milestone : of(appeal, plan)) {
            Target target = Target.endOfNaturalDay(ChronoUnit.DAYS.between(today, milestone.dueOn()));
            // of no unit in particular: whoever has the appeal at its due answers for it
            milestone.open(appeal.start(ClockType.MILESTONE, new ClockPlan(target, null, SOURCE), now)
                    .id());
        }
    }

    /** What is wrong with a plan, each fault by where it stands. */
    private static void requireGood(NewTracking said, String pointer, TimeContext now) {
        List<Fault> faults = new ArrayList<>();
        said.publicTexts().forEach((member, text) -> {
            if (PersonalNumbers.standIn(text)) {
                faults.add(Fault.at(pointer + member, AppealProblem.TEXT_NAMES_PERSON));
            }
        });
        if (said.consent() != TrackingConsent.CONSENTED && said.consentNote() == null) {
            faults.add(Fault.at(pointer + "/consentNote", AppealProblem.CONSENT_NOTE_MISSING));
        }
        LocalDate today = ShanghaiTime.date(now.at());
        for (int i = 0; i < said.milestones().size(); i++) {
            LocalDate due = said.milestones().get(i).dueOn();
            if (!due.isAfter(today) || due.isAfter(today.plusYears(MOST_YEARS))) {
                faults.add(Fault.at(
                        pointer + "/milestones/" + i + "/dueOn", AppealProblem.MILESTONE_DATE, due, MOST_YEARS));
            }
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
    }

    /** The enterprise has heard how far it is; the next report is due anew from now on. */
    public void report(Appeal appeal, TimeContext now) {
        appeal.note(AppealCommand.REPORT_PROGRESS, now);
        appeal.renew(
                ClockType.NEXT_UPDATE,
                assignments.newest(appeal).map(Assignment::ref).orElseThrow(),
                now);
    }

    /** The supervision has looked whether the plan still holds; it looks again later. */
    public void review(Appeal appeal, TimeContext now) {
        appeal.note(AppealCommand.REVIEW_TRACKING, now);
        appeal.renew(ClockType.TRACKING_REVIEW, null, now);
    }

    /** @throws DomainException NOT_FOUND, MILESTONE_SETTLED */
    public Milestone meet(Appeal appeal, int seq, String evidence, String account, TimeContext now) {
        appeal.require(AppealCommand.MEET_MILESTONE);
        Milestone milestone = milestone(appeal, seq);
        appeal.answer(milestone.settle(MilestoneStatus.MET, evidence, account, now.at()), now);
        appeal.note(AppealCommand.MEET_MILESTONE, now);
        return milestone;
    }

    /** @throws DomainException NOT_FOUND, MILESTONE_SETTLED */
    public Milestone waive(Appeal appeal, int seq, String why, String account, TimeContext now) {
        appeal.require(AppealCommand.WAIVE_MILESTONE);
        Milestone milestone = milestone(appeal, seq);
        appeal.stop(milestone.settle(MilestoneStatus.WAIVED, why, account, now.at()), now);
        appeal.note(AppealCommand.WAIVE_MILESTONE, now);
        return milestone;
    }

    private Milestone milestone(Appeal appeal, int seq) {
        return milestones(appeal).stream()
                .filter(candidate -> candidate.seq() == seq)
                .findFirst()
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    /** @throws DomainException MILESTONES_OPEN with their numbers */
    public void requireDone(Appeal appeal) {
        List<Integer> open = milestones(appeal).stream()
                .filter(Milestone::isOpen)
                .map(Milestone::seq)
                .toList();
        if (!open.isEmpty()) {
            throw new DomainException(AppealProblem.MILESTONES_OPEN, open.size()).with("milestones", open);
        }
    }

    public boolean isDone(Appeal appeal) {
        return milestones(appeal).stream().noneMatch(Milestone::isOpen);
    }

    /** The plan that the leader has to decide on; one of an earlier round is over. */
    public Optional<TrackingPlan> waiting(Appeal appeal) {
        return PROPOSED_IN.contains(appeal.state())
                ? parts.newest(appeal, TrackingPlan.class)
                        .filter(plan -> plan.isOpen() && plan.round() == appeal.round())
                : Optional.empty();
    }

    private TrackingPlan requireWaiting(Appeal appeal) {
        return waiting(appeal).orElseThrow(() -> new DomainException(AppealProblem.TRACKING_NOT_PROPOSED));
    }

    public List<TrackingPlan> plans(Appeal appeal) {
        return parts.of(appeal, TrackingPlan.class);
    }

    public List<Milestone> of(Appeal appeal, TrackingPlan plan) {
        return milestones(appeal).stream()
                .filter(milestone -> milestone.plan() == plan.seq())
                .toList();
    }

    public List<Milestone> milestones(Appeal appeal) {
        return parts.of(appeal, Milestone.class);
    }
}
