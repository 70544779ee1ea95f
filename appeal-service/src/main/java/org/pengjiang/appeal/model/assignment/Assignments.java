package org.pengjiang.appeal.model.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.directory.DispatchBasis;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;

/** Who has answered for an appeal, from when to when; the last of an open appeal has no end. */
@ApplicationScoped
public class Assignments {
    static final String SYSTEM = "system";

    private final AppealParts parts;

    public Assignments(AppealParts parts) {
        this.parts = parts;
    }

    /**
     * From here on somebody answers for the appeal, and whoever did so before does no longer. It is stored by {@link #add},
     * after the last change of a new appeal: what changes behind that is written a second time.
     */
    public Assignment assign(
            Appeal appeal, AppealCommand command, Handler to, DispatchBasis basis, String account, TimeContext now) {
        Optional<Assignment> before = newest(appeal);
        Assignment next =
                new Assignment(appeal, 1 + before.map(Assignment::seq).orElse(0), to, basis, account, now.at());
        appeal.assign(command, to, next.ref(), now);
        before.ifPresent(last -> last.end(now.at()));
        return next;
    }

    /** Somebody else answers for it from here on, in the state in which it is; stored by {@link #add}. */
    public Assignment handOver(Appeal appeal, Handler to, DispatchBasis basis, TimeContext now) {
        return handOver(appeal, AppealCommand.HAND_OVER, to, basis, SYSTEM, now);
    }

    /** The centre puts its own mistake right before anybody has signed; stored by {@link #add}. */
    public Assignment redirect(Appeal appeal, Handler to, String account, String reason, TimeContext now) {
        Optional<Assignment> before = newest(appeal);
        Assignment next = handOver(appeal, AppealCommand.REDIRECT, to, DispatchBasis.DISPATCHER, account, now);
        before.ifPresent(Assignment::chargeToCentre);
        next.because(reason);
        return next;
    }

    /**
     * A return is upheld: another unit answers for it, and what fell due at the one that has returned it is the centre's. Stored by
     * {@link #add}.
     *
     * @param returned the number of the assignment that was returned
     */
    public Assignment reassign(Appeal appeal, int returned, Handler to, String account, TimeContext now) {
        Assignment next = assign(appeal, AppealCommand.RULE_RETURN, to, DispatchBasis.DISPATCHER, account, now);
        chargeToCentre(appeal, returned, next);
        return next;
    }

    /** From the turn that was returned up to that of whoever has it by right. */
    public void chargeToCentre(Appeal appeal, int returned, Assignment right) {
        of(appeal).stream()
                .filter(turn -> turn.seq() >= returned && turn.seq() < right.seq())
                .forEach(Assignment::chargeToCentre);
    }

    private Assignment handOver(
            Appeal appeal, AppealCommand command, Handler to, DispatchBasis basis, String account, TimeContext now) {
        appeal.require(command);
        Assignment last = newest(appeal).orElseThrow();
        last.end(now.at());
        Assignment next = new Assignment(appeal, last.seq() + 1, to, basis, account, now.at());
        appeal.handOver(command, to, next.ref(), now);
        return next;
    }

    public void add(Assignment assignment) {
        parts.add(assignment);
    }

    /** Nobody has to do anything about it any more. */
    public void end(Appeal appeal, Instant at) {
        newest(appeal).ifPresent(last -> last.end(at));
    }

    /** Whoever handled it last does so again, as if it had never ended. */
    public void goOn(Appeal appeal) {
        newest(appeal).ifPresent(Assignment::goOn);
    }

    public List<Assignment> of(Appeal appeal) {
        return appeal.handler().isEmpty() ? List.of() : parts.of(appeal, Assignment.class);
    }

    public Optional<Assignment> newest(Appeal appeal) {
        return appeal.handler().isEmpty() ? Optional.empty() : parts.newest(appeal, Assignment.class);
    }

    /** Which unit answers for what was due at that moment; nobody: the centre does, also where it had dispatched wrongly. */
    public Optional<String> unitAt(Appeal appeal, Instant moment) {
        return of(appeal).stream()
                .filter(assignment -> assignment.lastedAt(moment) && !assignment.isChargedToCentre())
                .map(Assignment::accountableUnit)
                .findFirst();
    }

    /** The unit that has had it all that time; nobody where it went from one unit to another. */
    public Optional<String> unitThroughout(Appeal appeal, Instant from, Instant to) {
        return unitAt(appeal, from)
                .filter(unit -> unitAt(appeal, to).filter(unit::equals).isPresent())
                .filter(unit -> of(appeal).stream()
                        .filter(turn -> turn.assignedAt().isAfter(from)
                                && !turn.assignedAt().isAfter(to))
                        .allMatch(turn -> turn.accountableUnit().equals(unit)));
    }

    /** How the newest clock of a type was answered, and whose that is. */
    public Punctuality punctuality(Appeal appeal, ClockType type) {
        return Punctuality.of(appeal, type, moment -> unitAt(appeal, moment));
    }
}
