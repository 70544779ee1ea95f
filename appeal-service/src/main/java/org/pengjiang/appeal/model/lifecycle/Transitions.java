package org.pengjiang.appeal.model.lifecycle;

import static org.pengjiang.appeal.model.lifecycle.AppealState.CLOSED;
import static org.pengjiang.appeal.model.lifecycle.AppealState.DISPATCHED;
import static org.pengjiang.appeal.model.lifecycle.AppealState.IN_PROGRESS;
import static org.pengjiang.appeal.model.lifecycle.AppealState.MERGED;
import static org.pengjiang.appeal.model.lifecycle.AppealState.PENDING_DISPATCH;
import static org.pengjiang.appeal.model.lifecycle.AppealState.REJECTED;
import static org.pengjiang.appeal.model.lifecycle.AppealState.REPLIED;
import static org.pengjiang.appeal.model.lifecycle.AppealState.RETURN_REVIEW;
import static org.pengjiang.appeal.model.lifecycle.AppealState.REVIEW;
import static org.pengjiang.appeal.model.lifecycle.AppealState.REWORK;
import static org.pengjiang.appeal.model.lifecycle.AppealState.SUBMITTED;
import static org.pengjiang.appeal.model.lifecycle.AppealState.SUPPLEMENT;
import static org.pengjiang.appeal.model.lifecycle.AppealState.SUSPENDED;
import static org.pengjiang.appeal.model.lifecycle.AppealState.TRACKING;
import static org.pengjiang.appeal.model.lifecycle.AppealState.WAIT_ENTERPRISE;
import static org.pengjiang.appeal.model.lifecycle.AppealState.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** The state machine of an appeal as a table: whatever does not stand here is refused. */
public final class Transitions {
    private static final List<Transition> TABLE = List.of(
            row(AppealCommand.REQUEST_SUPPLEMENT, of(SUBMITTED), of(SUPPLEMENT), Capacity.CENTRE),
            row(AppealCommand.SUPPLEMENT, of(SUPPLEMENT), of(SUBMITTED), Capacity.ENTERPRISE),
            row(AppealCommand.LET_LAPSE, of(SUPPLEMENT), of(WITHDRAWN), Capacity.SYSTEM),
            row(AppealCommand.REJECT, of(SUBMITTED), of(REJECTED), Capacity.CENTRE),
            row(AppealCommand.ANSWER_DIRECTLY, of(SUBMITTED), of(REPLIED), Capacity.CENTRE),
            row(AppealCommand.ACCEPT, of(SUBMITTED), of(PENDING_DISPATCH), Capacity.CENTRE, Capacity.SYSTEM),
            row(AppealCommand.DISPATCH, of(PENDING_DISPATCH), of(DISPATCHED), Capacity.CENTRE, Capacity.SYSTEM),
            row(AppealCommand.SIGN, of(DISPATCHED), of(IN_PROGRESS), Capacity.HANDLER),
            row(AppealCommand.SIGN_AUTOMATICALLY, of(DISPATCHED), of(IN_PROGRESS), Capacity.SYSTEM),
            row(AppealCommand.RETURN, of(DISPATCHED, IN_PROGRESS), of(RETURN_REVIEW), Capacity.HEAD),
            row(AppealCommand.RULE_RETURN, of(RETURN_REVIEW), of(DISPATCHED), Capacity.SUPERVISOR),
            row(AppealCommand.CONTACT, of(IN_PROGRESS), stays(), Capacity.HANDLER),
            row(AppealCommand.ASK_ENTERPRISE, of(IN_PROGRESS), of(WAIT_ENTERPRISE), Capacity.HANDLER),
            row(
                    AppealCommand.ANSWER_QUESTION,
                    of(WAIT_ENTERPRISE),
                    of(IN_PROGRESS),
                    Capacity.ENTERPRISE,
                    Capacity.SYSTEM),
            row(AppealCommand.SUSPEND, of(IN_PROGRESS), of(SUSPENDED), Capacity.HEAD),
            row(AppealCommand.RESUME, of(SUSPENDED), of(IN_PROGRESS), Capacity.HEAD),
            row(AppealCommand.COORDINATE, of(IN_PROGRESS), stays(), Capacity.HANDLER),
            row(AppealCommand.EXTEND, of(IN_PROGRESS), stays(), Capacity.HEAD),
            row(AppealCommand.REPLY, of(IN_PROGRESS), of(REVIEW, REPLIED), Capacity.HANDLER),
            row(AppealCommand.APPROVE_REPLY, of(REVIEW), of(REPLIED), Capacity.HEAD),
            row(AppealCommand.SEND_BACK_REPLY, of(REVIEW), of(IN_PROGRESS), Capacity.HEAD),
            row(AppealCommand.RATE, of(REPLIED), of(CLOSED, REWORK, REPLIED), Capacity.ENTERPRISE),
            row(AppealCommand.CLOSE, of(REPLIED), of(CLOSED), Capacity.ENTERPRISE, Capacity.CALLBACK),
            row(AppealCommand.CLOSE_BY_WINDOW, of(REPLIED), of(CLOSED), Capacity.SYSTEM),
            row(AppealCommand.ORDER_REWORK, of(REPLIED), of(REWORK), Capacity.CALLBACK, Capacity.SUPERVISOR),
            row(AppealCommand.REDISPATCH, of(REWORK), of(DISPATCHED), Capacity.SYSTEM),
            row(AppealCommand.TRACK, of(IN_PROGRESS, REPLIED, REWORK), of(TRACKING), Capacity.LEADER),
            row(AppealCommand.FINISH_TRACKING, of(TRACKING), of(REVIEW), Capacity.HANDLER),
            row(AppealCommand.REOPEN, of(CLOSED), of(REWORK), Capacity.ENTERPRISE, Capacity.SUPERVISOR),
            row(AppealCommand.UPHOLD_OBJECTION, of(REJECTED), of(PENDING_DISPATCH), Capacity.SUPERVISOR),
            row(AppealCommand.MERGE, AppealState.allOpen(), of(MERGED), Capacity.CENTRE),
            row(AppealCommand.UNMERGE, of(MERGED), AppealState.allOpen(), Capacity.CENTRE),
            row(AppealCommand.WITHDRAW, AppealState.allOpen(), of(WITHDRAWN), Capacity.ENTERPRISE),
            row(AppealCommand.RESUBMIT, of(WITHDRAWN), of(SUBMITTED), Capacity.ENTERPRISE),
            row(
                    AppealCommand.WRITE_MESSAGE,
                    EnumSet.allOf(AppealState.class),
                    stays(),
                    Capacity.ENTERPRISE,
                    Capacity.CENTRE,
                    Capacity.HANDLER,
                    Capacity.HEAD,
                    Capacity.CALLBACK,
                    Capacity.SUPERVISOR));

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

    private static Transition row(
            AppealCommand command, Set<AppealState> from, Set<AppealState> to, Capacity... capacities) {
        return new Transition(command, from, to, Set.of(capacities));
    }

    private static Set<AppealState> of(AppealState... states) {
        return Set.of(states);
    }

    private static Set<AppealState> stays() {
        return Set.of();
    }
}
