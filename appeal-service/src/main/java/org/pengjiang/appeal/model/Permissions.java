package org.pengjiang.appeal.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;

/** Whether this person may give a command to this appeal; which roles may call at all stands on the resource methods. */
public final class Permissions {
    private Permissions() {}

    /** @throws DomainException NOT_HANDLER, NOT_HEAD, HANDLES_IT_HIMSELF, FORBIDDEN */
    static void require(AppealCommand command, Set<Actor> acting) {
        Set<Actor> wanted = actors(command);
        if (Collections.disjoint(wanted, acting)) {
            throw new DomainException(refusal(wanted));
        }
    }

    /** The commands that this caller could give now, so that a client draws the right buttons. */
    public static List<String> allowedCommands(Appeal appeal, Set<Actor> acting, Caller caller) {
        return Transitions.offeredIn(appeal.state()).stream()
                .filter(command -> !Collections.disjoint(actors(command), acting))
                .filter(command -> makesSense(appeal, command, caller))
                .map(AppealCommand::operation)
                .toList();
    }

    private static boolean makesSense(Appeal appeal, AppealCommand command, Caller caller) {
        return switch (command) {
            case RATE -> appeal.rating().isEmpty();
            case REPLY -> appeal.progress().contactedAt().isPresent();
            case APPROVE_REPLY, SEND_BACK_REPLY ->
                !appeal.replies().getLast().draftedBy().equals(caller.subject());
            default -> true;
        };
    }

    private static Set<Actor> actors(AppealCommand command) {
        Set<Actor> actors = EnumSet.noneOf(Actor.class);
        Transitions.all().stream().filter(row -> row.command() == command).forEach(row -> actors.addAll(row.actors()));
        return actors;
    }

    private static ProblemCode refusal(Set<Actor> wanted) {
        if (wanted.contains(Actor.HANDLER)) {
            return AppealProblem.NOT_HANDLER;
        }
        if (wanted.contains(Actor.ENTERPRISE)) {
            return AppealProblem.HANDLES_IT_HIMSELF;
        }
        return wanted.contains(Actor.HEAD) ? AppealProblem.NOT_HEAD : KitProblem.FORBIDDEN;
    }
}
