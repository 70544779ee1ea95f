package org.pengjiang.appeal.model.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.lifecycle.Transitions;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;

/** Whether this person may give a command to this appeal; which roles may call at all stands on the resource methods. */
public final class Permissions {
    private Permissions() {}

    /** @throws DomainException NOT_HANDLER, NOT_HEAD, HANDLES_IT_HIMSELF, FORBIDDEN */
    public static void require(AppealCommand command, Set<Capacity> capacities) {
        Set<Capacity> wanted = capacities(command);
        if (Collections.disjoint(wanted, capacities)) {
            throw new DomainException(refusal(wanted));
        }
    }

    /**
     * The commands that this caller could give now, so that a client draws the right buttons.
     *
     * @param reply the newest one that they see
     * @param isRated whether this round is
     */
    public static List<String> allowedCommands(
            Appeal appeal, Optional<Reply> reply, boolean isRated, Set<Capacity> capacities, Caller caller) {
        return Transitions.offeredIn(appeal.state()).stream()
                .filter(command -> !Collections.disjoint(capacities(command), capacities))
                .filter(command -> makesSense(appeal, reply, isRated, command, caller))
                .map(AppealCommand::operation)
                .toList();
    }

    private static boolean makesSense(
            Appeal appeal, Optional<Reply> reply, boolean isRated, AppealCommand command, Caller caller) {
        return switch (command) {
            case RATE -> !isRated;
            case REPLY -> appeal.progress().contactedAt().isPresent();
            case APPROVE_REPLY, SEND_BACK_REPLY ->
                reply.filter(draft -> !draft.draftedBy().equals(caller.subject()))
                        .isPresent();
            default -> true;
        };
    }

    private static Set<Capacity> capacities(AppealCommand command) {
        Set<Capacity> capacities = EnumSet.noneOf(Capacity.class);
        Transitions.all().stream()
                .filter(row -> row.command() == command)
                .forEach(row -> capacities.addAll(row.capacities()));
        return capacities;
    }

    private static ProblemCode refusal(Set<Capacity> wanted) {
        if (wanted.contains(Capacity.HANDLER)) {
            return AppealProblem.NOT_HANDLER;
        }
        if (wanted.contains(Capacity.ENTERPRISE)) {
            return AppealProblem.HANDLES_IT_HIMSELF;
        }
        return wanted.contains(Capacity.HEAD) ? AppealProblem.NOT_HEAD : KitProblem.FORBIDDEN;
    }
}
