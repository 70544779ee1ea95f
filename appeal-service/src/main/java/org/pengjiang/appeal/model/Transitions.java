package org.pengjiang.appeal.model;

import static org.pengjiang.appeal.model.AppealState.CLOSED;
import static org.pengjiang.appeal.model.AppealState.DISPATCHED;
import static org.pengjiang.appeal.model.AppealState.IN_PROGRESS;
import static org.pengjiang.appeal.model.AppealState.MERGED;
import static org.pengjiang.appeal.model.AppealState.PENDING_DISPATCH;
import static org.pengjiang.appeal.model.AppealState.REJECTED;
import static org.pengjiang.appeal.model.AppealState.REPLIED;
import static org.pengjiang.appeal.model.AppealState.RETURN_REVIEW;
import static org.pengjiang.appeal.model.AppealState.REVIEW;
import static org.pengjiang.appeal.model.AppealState.REWORK;
import static org.pengjiang.appeal.model.AppealState.SUBMITTED;
import static org.pengjiang.appeal.model.AppealState.SUPPLEMENT;
import static org.pengjiang.appeal.model.AppealState.SUSPENDED;
import static org.pengjiang.appeal.model.AppealState.TRACKING;
import static org.pengjiang.appeal.model.AppealState.WAIT_ENTERPRISE;
import static org.pengjiang.appeal.model.AppealState.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.kit.problem.DomainException;

/** The state machine of an appeal as a table: whatever does not stand here is refused. */
public final class Transitions {
    private static final List<Transition> TABLE = List.of(
            row(AppealCommand.REQUEST_SUPPLEMENT, of(SUBMITTED), of(SUPPLEMENT), Actor.CENTRE),
            row(AppealCommand.SUPPLEMENT, of(SUPPLEMENT), of(SUBMITTED), Actor.ENTERPRISE),
            row(AppealCommand.LET_LAPSE, of(SUPPLEMENT), of(WITHDRAWN), Actor.SYSTEM),
            row(AppealCommand.REJECT, of(SUBMITTED), of(REJECTED), Actor.CENTRE),
            row(AppealCommand.ANSWER_DIRECTLY, of(SUBMITTED), of(REPLIED), Actor.CENTRE),
            row(AppealCommand.ACCEPT, of(SUBMITTED), of(PENDING_DISPATCH), Actor.CENTRE, Actor.SYSTEM),
            row(AppealCommand.DISPATCH, of(PENDING_DISPATCH), of(DISPATCHED), Actor.CENTRE, Actor.SYSTEM),
            row(AppealCommand.SIGN, of(DISPATCHED), of(IN_PROGRESS), Actor.HANDLER),
            row(AppealCommand.SIGN_AUTOMATICALLY, of(DISPATCHED), of(IN_PROGRESS), Actor.SYSTEM),
            row(AppealCommand.RETURN, of(DISPATCHED, IN_PROGRESS), of(RETURN_REVIEW), Actor.HEAD),
            row(AppealCommand.RULE_RETURN, of(RETURN_REVIEW), of(DISPATCHED), Actor.SUPERVISOR),
            row(AppealCommand.CONTACT, of(IN_PROGRESS), stays(), Actor.HANDLER),
            row(AppealCommand.ASK_ENTERPRISE, of(IN_PROGRESS), of(WAIT_ENTERPRISE), Actor.HANDLER),
            row(AppealCommand.ANSWER_QUESTION, of(WAIT_ENTERPRISE), of(IN_PROGRESS), Actor.ENTERPRISE, Actor.SYSTEM),
            row(AppealCommand.SUSPEND, of(IN_PROGRESS), of(SUSPENDED), Actor.HEAD),
            row(AppealCommand.RESUME, of(SUSPENDED), of(IN_PROGRESS), Actor.HEAD),
            row(AppealCommand.COORDINATE, of(IN_PROGRESS), stays(), Actor.HANDLER),
            row(AppealCommand.EXTEND, of(IN_PROGRESS), stays(), Actor.HEAD),
            row(AppealCommand.REPLY, of(IN_PROGRESS), of(REVIEW, REPLIED), Actor.HANDLER),
            row(AppealCommand.APPROVE_REPLY, of(REVIEW), of(REPLIED), Actor.HEAD),
            row(AppealCommand.SEND_BACK_REPLY, of(REVIEW), of(IN_PROGRESS), Actor.HEAD),
            row(AppealCommand.RATE, of(REPLIED), of(CLOSED, REWORK, REPLIED), Actor.ENTERPRISE),
            row(AppealCommand.CLOSE, of(REPLIED), of(CLOSED), Actor.ENTERPRISE, Actor.CALLBACK),
            row(AppealCommand.CLOSE_BY_WINDOW, of(REPLIED), of(CLOSED), Actor.SYSTEM),
            row(AppealCommand.ORDER_REWORK, of(REPLIED), of(REWORK), Actor.CALLBACK, Actor.SUPERVISOR),
            row(AppealCommand.REDISPATCH, of(REWORK), of(DISPATCHED), Actor.SYSTEM),
            row(AppealCommand.TRACK, of(IN_PROGRESS, REPLIED, REWORK), of(TRACKING), Actor.LEADER),
            row(AppealCommand.FINISH_TRACKING, of(TRACKING), of(REVIEW), Actor.HANDLER),
            row(AppealCommand.REOPEN, of(CLOSED), of(REWORK), Actor.ENTERPRISE, Actor.SUPERVISOR),
            row(AppealCommand.UPHOLD_OBJECTION, of(REJECTED), of(PENDING_DISPATCH), Actor.SUPERVISOR),
            row(AppealCommand.MERGE, AppealState.allOpen(), of(MERGED), Actor.CENTRE),
            row(AppealCommand.UNMERGE, of(MERGED), AppealState.allOpen(), Actor.CENTRE),
            row(AppealCommand.WITHDRAW, AppealState.allOpen(), of(WITHDRAWN), Actor.ENTERPRISE),
            row(AppealCommand.RESUBMIT, of(WITHDRAWN), of(SUBMITTED), Actor.ENTERPRISE),
            row(
                    AppealCommand.WRITE_MESSAGE,
                    EnumSet.allOf(AppealState.class),
                    stays(),
                    Actor.ENTERPRISE,
                    Actor.CENTRE,
                    Actor.HANDLER,
                    Actor.HEAD,
                    Actor.CALLBACK,
                    Actor.SUPERVISOR));

    private Transitions() {}

    public static List<Transition> all() {
        return TABLE;
    }

    public static Optional<Transition> of(AppealState state, AppealCommand command) {
        return TABLE.stream()
                .filter(row -> row.command() == command && row.from().contains(state))
                .findFirst();
    }

    /** @throws DomainException COMMAND_NOT_ALLOWED with the state and what it allows */
    public static Transition require(AppealState state, AppealCommand command) {
        return of(state, command).orElseThrow(() -> refused(state, command));
    }

    /** The commands that people can give in this state. */
    public static List<AppealCommand> offeredIn(AppealState state) {
        return TABLE.stream()
                .filter(row -> row.from().contains(state) && row.command().isOffered() && row.isForPeople())
                .map(Transition::command)
                .toList();
    }

    private static DomainException refused(AppealState state, AppealCommand command) {
        return new DomainException(AppealProblem.COMMAND_NOT_ALLOWED, command.operation(), state.name(), state.nameZh())
                .with("state", state.name())
                .with(
                        "allowedCommands",
                        offeredIn(state).stream().map(AppealCommand::operation).toList());
    }

    private static Transition row(AppealCommand command, Set<AppealState> from, Set<AppealState> to, Actor... actors) {
        return new Transition(command, from, to, Set.of(actors));
    }

    private static Set<AppealState> of(AppealState... states) {
        return Set.of(states);
    }

    private static Set<AppealState> stays() {
        return Set.of();
    }
}
