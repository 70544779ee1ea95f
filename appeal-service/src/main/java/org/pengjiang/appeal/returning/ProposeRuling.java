package org.pengjiang.appeal.returning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.RulingProposed;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.returns.Returns;
import org.pengjiang.appeal.model.returns.RulingProposal;
import org.pengjiang.kit.identity.Caller;

/** The centre says how it would rule on a return. */
@ApplicationScoped
class ProposeRuling {
    private final OpenForCommand open;
    private final NextUnit next;
    private final Returns returns;
    private final AppealLog log;

    ProposeRuling(OpenForCommand open, NextUnit next, Returns returns, AppealLog log) {
        this.open = open;
        this.next = next;
        this.returns = returns;
        this.log = log;
    }

    @Transactional
    Appeal propose(UUID id, int seq, Ruling said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.PROPOSE_RULING, caller);
        Appeal appeal = context.appeal();
        @Nullable String unit = next.of(appeal, seq, said).map(Handler::accountableUnit).orElse(null);
        returns.propose(
                appeal,
                seq,
                new RulingProposal(caller.subject(), context.now().at(), said.upheld(), unit, said.note()),
                context.now());
        log.append(appeal, new RulingProposed(appeal.standing(), seq, said.upheld(), unit));
        return appeal;
    }
}
