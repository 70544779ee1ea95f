package org.pengjiang.appeal.model.returns;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/**
 * The returns of an appeal: a unit returns it soon after the dispatch and once, the centre proposes, and the supervision rules on the
 * same working day. The unit goes on reaching the enterprise meanwhile.
 */
@ApplicationScoped
public class Returns {
    private static final int SUPERVISED = 2;

    private final AppealParts parts;
    private final Assignments assignments;

    public Returns(AppealParts parts, Assignments assignments) {
        this.parts = parts;
        this.assignments = assignments;
    }

    /** @throws DomainException RETURNED_ALREADY, RETURN_TOO_LATE */
    public AppealReturn ask(Appeal appeal, ReturnGrounds grounds, String account, TimeContext now) {
        appeal.require(AppealCommand.RETURN);
        Assignment present = assignments.newest(appeal).orElseThrow();
        if (isReturnedBy(appeal, present.accountableUnit())) {
            throw new DomainException(AppealProblem.RETURNED_ALREADY, present.accountableUnit());
        }
        Instant end = windowEnd(present, now);
        if (isPast(end, now.at())) {
            throw new DomainException(AppealProblem.RETURN_TOO_LATE).with("returnableUntil", end);
        }
        AppealReturn asked = new AppealReturn(
                appeal, parts.nextSeq(appeal, AppealReturn.class), present, grounds, account, now.at());
        appeal.advance(AppealCommand.RETURN, AppealState.RETURN_REVIEW, now);
        parts.add(asked);
        return asked;
    }

    /** Whether the present handler could still return it. */
    public boolean isPossible(Appeal appeal, TimeContext now) {
        return assignments
                .newest(appeal)
                .filter(present -> !isPast(windowEnd(present, now), now.at()))
                .filter(present -> !isReturnedBy(appeal, present.accountableUnit()))
                .isPresent();
    }

    private boolean isReturnedBy(Appeal appeal, String unit) {
        return of(appeal).stream().anyMatch(before -> before.unit().equals(unit));
    }

    private static Instant windowEnd(Assignment present, TimeContext now) {
        return now.calendar()
                .addWorkingMinutes(present.assignedAt(), now.limits().of("returnMinutes"))
                .dueAt();
    }

    private static boolean isPast(Instant end, Instant at) {
        return at.getEpochSecond() > end.getEpochSecond();
    }

    /**
     * The centre says how it would rule; what it has proposed before is replaced.
     *
     * @throws DomainException FOUR_EYES; NOT_FOUND when another return, or none, waits
     */
    public AppealReturn propose(Appeal appeal, int seq, RulingProposal how, TimeContext now) {
        AppealReturn asked = waiting(appeal, AppealCommand.PROPOSE_RULING, seq);
        asked.propose(how);
        appeal.note(AppealCommand.PROPOSE_RULING, now);
        return asked;
    }

    /**
     * Upheld: another unit gets it and has clocks of its own, and what fell due at the first one is the centre's. Where that unit has
     * got it meanwhile, as when a special class closes, it keeps it.
     *
     * @return the turn of the next handler, to be logged and stored; empty where it has it already
     * @throws DomainException FOUR_EYES, RULING_NOT_PROPOSED; NOT_FOUND when another return, or none, waits
     */
    public Optional<Assignment> uphold(
            Appeal appeal, int seq, Handler next, String account, String note, TimeContext now) {
        AppealReturn asked = toRule(appeal, seq);
        asked.uphold(account, next.accountableUnit(), note, now.at());
        Assignment present = assignments.newest(appeal).orElseThrow();
        Optional<Assignment> turn = Optional.empty();
        if (present.seq() > asked.assignment() && present.accountableUnit().equals(next.accountableUnit())) {
            assignments.chargeToCentre(appeal, asked.assignment(), present);
            appeal.goBack(AppealCommand.RULE_RETURN, asked.from(), present.ref(), now);
        } else {
            turn = Optional.of(assignments.reassign(appeal, asked.assignment(), next, account, now));
        }
        if (transfers(appeal) >= now.limits().of("transfersUntilSupervision")) {
            appeal.superviseAtLeast(SUPERVISED);
        }
        return turn;
    }

    /**
     * Refused: it goes back to the state that it came from, and the unit keeps it.
     *
     * @throws DomainException FOUR_EYES, RULING_NOT_PROPOSED; NOT_FOUND when another return, or none, waits
     */
    public AppealReturn refuse(Appeal appeal, int seq, String account, String note, TimeContext now) {
        AppealReturn asked = toRule(appeal, seq);
        asked.deny(account, note, now.at());
        Assignment present = assignments.newest(appeal).orElseThrow();
        appeal.goBack(AppealCommand.RULE_RETURN, asked.from(), present.ref(), now);
        return asked;
    }

    private AppealReturn toRule(Appeal appeal, int seq) {
        AppealReturn asked = waiting(appeal, AppealCommand.RULE_RETURN, seq);
        if (!isReadyToRule(appeal, asked)) {
            throw new DomainException(AppealProblem.RULING_NOT_PROPOSED);
        }
        return asked;
    }

    /** Whether the supervision may rule: by a proposal, or without one when the time for it is over. */
    public boolean isReadyToRule(Appeal appeal) {
        return waiting(appeal).filter(asked -> isReadyToRule(appeal, asked)).isPresent();
    }

    private static boolean isReadyToRule(Appeal appeal, AppealReturn asked) {
        return asked.proposal().isPresent()
                || appeal.clock(ClockType.RULING)
                        .filter(clock -> clock.isFired(ClockType.DUE))
                        .isPresent();
    }

    private AppealReturn waiting(Appeal appeal, AppealCommand command, int seq) {
        appeal.require(command);
        return waiting(appeal)
                .filter(asked -> asked.seq() == seq)
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    /** The one that is to be ruled on. */
    public Optional<AppealReturn> waiting(Appeal appeal) {
        return appeal.state() == AppealState.RETURN_REVIEW
                ? parts.newest(appeal, AppealReturn.class).filter(AppealReturn::isOpen)
                : Optional.empty();
    }

    /** The broken promises to the enterprise that were charged to the unit in the turn that it has returned. */
    public List<String> relieved(Appeal appeal, AppealReturn upheld) {
        List<Assignment> returned = assignments.of(appeal).stream()
                .filter(turn -> turn.seq() == upheld.assignment())
                .toList();
        return appeal.breaches().stream()
                .filter(breach -> breach.family() == ClockFamily.ENTERPRISE)
                .filter(breach ->
                        breach.unitAtDue().filter(upheld.unit()::equals).isPresent())
                .filter(breach -> returned.stream().anyMatch(turn -> turn.lastedAt(breach.dueAt())))
                .map(breach -> breach.type().name())
                .toList();
    }

    /**
     * Nobody gets back what they have returned rightly.
     *
     * @throws DomainException UNIT_RETURNED_IT
     */
    public void requireNotReturnedBy(Appeal appeal, Handler next, String pointer) {
        String unit = next.accountableUnit();
        if (of(appeal).stream()
                .anyMatch(before -> before.isUpheld() && before.unit().equals(unit))) {
            throw new DomainException(
                    AppealProblem.UNIT_RETURNED_IT,
                    List.of(Fault.at(pointer, AppealProblem.UNIT_RETURNED_IT, unit)),
                    unit);
        }
    }

    /** Whether the supervision has ruled that the present handler keeps it. */
    public boolean isKeptByRuling(Appeal appeal) {
        return assignments
                .newest(appeal)
                .filter(present -> of(appeal).stream()
                        .anyMatch(asked -> asked.isImproper() && asked.assignment() == present.seq()))
                .isPresent();
    }

    /** Nobody rules any more: the appellant has taken the appeal back. */
    public void lapse(Appeal appeal, TimeContext now) {
        waiting(appeal).ifPresent(asked -> asked.lapse(now.at()));
    }

    /** How often it has gone to another unit by a ruling. */
    public int transfers(Appeal appeal) {
        return (int) of(appeal).stream().filter(AppealReturn::isUpheld).count();
    }

    /** Nobody returns before somebody has it, so that what is new costs no query. */
    public List<AppealReturn> of(Appeal appeal) {
        return appeal.handler().isEmpty() ? List.of() : parts.of(appeal, AppealReturn.class);
    }
}
