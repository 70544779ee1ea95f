package org.pengjiang.appeal.model.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.Permissions;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.TimeContexts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.escalation.CalendarFollower;
import org.pengjiang.appeal.model.escalation.EscalationEngine;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.lifecycle.Transitions;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Opens an appeal for a command: loaded in sight and locked, its version compared, the caller known to be one who may give
 * this command, and whatever its clocks have come to written down before.
 */
@ApplicationScoped
public class OpenForCommand {
    private final Appeals appeals;
    private final AppealAccess access;
    private final TimeContexts times;
    private final CalendarFollower calendar;
    private final EscalationEngine escalation;

    OpenForCommand(
            Appeals appeals,
            AppealAccess access,
            TimeContexts times,
            CalendarFollower calendar,
            EscalationEngine escalation) {
        this.appeals = appeals;
        this.access = access;
        this.times = times;
        this.calendar = calendar;
        this.escalation = escalation;
    }

    /** @throws DomainException NOT_FOUND, VERSION_STALE, NOT_HANDLER, NOT_HEAD, HANDLES_IT_HIMSELF, FORBIDDEN, COMMAND_NOT_ALLOWED */
    @Transactional(Transactional.TxType.MANDATORY)
    public CommandContext appeal(UUID id, AppealCommand command, Caller caller) {
        Appeal appeal = appeals.forChange(caller, id);
        return opened(appeal, command, access.reader(appeal, caller).capacities());
    }

    /**
     * One of several that a request names, each with the version that was read.
     *
     * @throws DomainException as above
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public CommandContext appeal(UUID id, long version, AppealCommand command, Caller caller) {
        Appeal appeal = appeals.forChange(caller, id);
        if (appeal.version() != version) {
            throw new DomainException(KitProblem.VERSION_STALE).with("currentVersion", appeal.version());
        }
        return opened(appeal, command, access.reader(appeal, caller).capacities());
    }

    /**
     * @param then which command it is once its clocks were looked at
     * @throws DomainException as {@link #appeal(UUID, AppealCommand, Caller)}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public CommandContext appeal(
            UUID id, AppealCommand command, BiFunction<Appeal, Set<Capacity>, AppealCommand> then, Caller caller) {
        Appeal appeal = appeals.forChange(caller, id);
        return opened(appeal, command, then, access.reader(appeal, caller).capacities());
    }

    /** For whoever has shown the query code: they are the appellant, and nobody else. */
    @Transactional(Transactional.TxType.MANDATORY)
    public CommandContext byQueryCode(UUID id, AppealCommand command) {
        return opened(appeals.forQueryCode(id), command, EnumSet.of(Capacity.ENTERPRISE));
    }

    private CommandContext opened(Appeal appeal, AppealCommand command, Set<Capacity> as) {
        return opened(appeal, command, (found, capacities) -> command, as);
    }

    private CommandContext opened(
            Appeal appeal,
            AppealCommand command,
            BiFunction<Appeal, Set<Capacity>, AppealCommand> then,
            Set<Capacity> as) {
        Permissions.require(command, as);
        TimeContext now = times.now(appeal);
        calendar.follow(appeal, now);
        escalation.fire(appeal, now);
        Transitions.require(appeal.state(), then.apply(appeal, as), as);
        return new CommandContext(appeal, now, as);
    }
}
