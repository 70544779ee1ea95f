package org.pengjiang.appeal.withdrawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealWithdrawn;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.escalation.PendingRequests;
import org.pengjiang.appeal.model.evaluation.CallbackOccasion;
import org.pengjiang.appeal.model.evaluation.Callbacks;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.merging.Separation;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.withdrawal.Withdrawal;
import org.pengjiang.appeal.model.withdrawal.WithdrawalReason;
import org.pengjiang.appeal.model.withdrawal.Withdrawals;
import org.pengjiang.appeal.model.withdrawal.WithdrawnBy;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/**
 * The appellant takes the appeal back: by an account of the enterprise, by the partner's system that filed it, or by the query code. What
 * follows it is answered for itself from now on.
 */
@ApplicationScoped
class WithdrawAppeal {
    private static final String BY_CODE = "query-code";

    private final OpenForCommand open;
    private final Withdrawals withdrawals;
    private final Callbacks callbacks;
    private final AppealAccess access;
    private final Separation separation;
    private final PendingRequests requests;
    private final AppealLog log;

    WithdrawAppeal(
            OpenForCommand open,
            Withdrawals withdrawals,
            Callbacks callbacks,
            AppealAccess access,
            Separation separation,
            PendingRequests requests,
            AppealLog log) {
        this.requests = requests;
        this.open = open;
        this.withdrawals = withdrawals;
        this.callbacks = callbacks;
        this.access = access;
        this.separation = separation;
        this.log = log;
    }

    /** @throws DomainException WITHDRAWAL_TEXT_MISSING */
    @Transactional
    Appeal withdraw(UUID id, NewWithdrawal said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.WITHDRAW, caller);
        WithdrawnBy by =
                context.capacities().contains(Capacity.ENTERPRISE) ? WithdrawnBy.ENTERPRISE : WithdrawnBy.PARTNER;
        return withdraw(context, said, by, caller.subject());
    }

    /**
     * Whoever filed it had the code in their hands too: if they have handled it, nobody takes it back with the code.
     *
     * @throws DomainException CODE_OF_HANDLER, WITHDRAWAL_TEXT_MISSING
     */
    @Transactional
    Appeal byCode(UUID id, NewWithdrawal said) {
        CommandContext context = open.byQueryCode(id, AppealCommand.WITHDRAW);
        if (access.isFiledByHandler(context.appeal())) {
            throw new DomainException(AppealProblem.CODE_OF_HANDLER);
        }
        return withdraw(context, said, WithdrawnBy.CODE, BY_CODE);
    }

    private Appeal withdraw(CommandContext context, NewWithdrawal said, WithdrawnBy by, String account) {
        if (said.reason() == WithdrawalReason.OTHER && said.text() == null) {
            throw new DomainException(
                    AppealProblem.WITHDRAWAL_TEXT_MISSING,
                    List.of(Fault.at("/text", AppealProblem.WITHDRAWAL_TEXT_MISSING)));
        }
        Appeal appeal = context.appeal();
        Withdrawal withdrawal = withdrawals.withdraw(
                appeal, new Withdrawal.Said(said.reason(), said.text(), by, account), context.now());
        log.append(
                appeal,
                new AppealWithdrawn(
                        appeal.standing(),
                        withdrawal.withdrawnAt(),
                        withdrawal.reason().name(),
                        withdrawal.by().name()));
        requests.lapse(appeal, context.now()).forEach(lapsed -> log.append(appeal, lapsed));
        if (withdrawal.isSampled()) {
            callbacks.open(appeal, CallbackOccasion.WITHDRAWN, appeal.round(), context.now());
        }
        if (appeal.isFollowed()) {
            separation.releaseFollowers(appeal);
        }
        return appeal;
    }
}
