package org.pengjiang.appeal.model.access;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.lifecycle.Guard;
import org.pengjiang.appeal.model.lifecycle.Transitions;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;

/** Whether this person may give a command to this appeal; which roles may call at all stands on the resource methods. */
public final class Permissions {
    private Permissions() {}

    /** @throws DomainException NOT_HANDLER, NOT_CO_HANDLER, NOT_CO_HEAD, NOT_HEAD, HANDLES_IT_HIMSELF, FORBIDDEN */
    public static void require(AppealCommand command, Set<Capacity> capacities) {
        Set<Capacity> wanted = Transitions.of(command).capacities();
        if (Collections.disjoint(wanted, capacities)) {
            throw new DomainException(refusal(wanted));
        }
    }

    /**
     * The commands that this caller could give now, so that a client draws the right buttons.
     *
     * @param reply the newest one that they see
     * @param isRated whether this round is
     * @param conditions what the parts say of single commands, in place of the guards
     */
    public static List<AppealCommand> allowedCommands(
            Appeal appeal,
            Optional<Reply> reply,
            boolean isRated,
            Set<Capacity> capacities,
            CommandConditions conditions,
            Caller caller) {
        return Transitions.offeredIn(appeal.state(), capacities).stream()
                .filter(command -> conditions
                        .of(command)
                        .map(condition -> condition.holds(command, appeal, capacities, caller))
                        .orElseGet(() -> Transitions.of(command).guards().stream()
                                .allMatch(guard -> holds(command, guard, appeal, reply, isRated, caller))))
                .toList();
    }

    /** As far as it can be said before the command is given. */
    private static boolean holds(
            AppealCommand command, Guard guard, Appeal appeal, Optional<Reply> reply, boolean isRated, Caller caller) {
        return switch (guard) {
            case UNRATED -> !isRated;
            case CONTACTED -> appeal.progress().isReached();
            // of others a CommandCondition says it
            case ANOTHER_PERSON ->
                !Transitions.of(command).confirms().equals(Optional.of(AppealCommand.REPLY))
                        || reply.filter(draft -> !draft.draftedBy().equals(caller.subject()))
                                .isPresent();
            default -> true;
        };
    }

    private static ProblemCode refusal(Set<Capacity> wanted) {
        if (wanted.contains(Capacity.HANDLER)) {
            return AppealProblem.NOT_HANDLER;
        }
        if (wanted.contains(Capacity.CO_HANDLER)) {
            return AppealProblem.NOT_CO_HANDLER;
        }
        if (wanted.contains(Capacity.CO_HEAD)) {
            return AppealProblem.NOT_CO_HEAD;
        }
        if (wanted.contains(Capacity.ENTERPRISE)) {
            return AppealProblem.HANDLES_IT_HIMSELF;
        }
        return wanted.contains(Capacity.HEAD) ? AppealProblem.NOT_HEAD : KitProblem.FORBIDDEN;
    }
}
