package org.pengjiang.appeal.returning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealReturned;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.assignment.NamedHandlers;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.returns.AppealReturn;
import org.pengjiang.appeal.model.returns.Returns;
import org.pengjiang.kit.identity.Caller;

/** The head of the unit returns what another one should have. */
@ApplicationScoped
class ReturnAppeal {
    private final OpenForCommand open;
    private final NamedHandlers handlers;
    private final Returns returns;
    private final AppealLog log;

    ReturnAppeal(OpenForCommand open, NamedHandlers handlers, Returns returns, AppealLog log) {
        this.open = open;
        this.handlers = handlers;
        this.returns = returns;
        this.log = log;
    }

    @Transactional
    Appeal giveBack(UUID id, NewReturn said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.RETURN, caller);
        Appeal appeal = context.appeal();
        String present = appeal.handler().map(Handler::accountableUnit).orElseThrow();
        handlers.otherUnit(appeal, present, said.unit(), "/unit");
        AppealReturn asked = returns.ask(appeal, said.asGrounds(), caller.subject(), context.now());
        log.append(
                appeal,
                new AppealReturned(
                        appeal.standing(),
                        asked.askedAt(),
                        asked.seq(),
                        asked.code().name(),
                        asked.unit(),
                        asked.namedUnit(),
                        appeal.clock(ClockType.RULING).flatMap(SlaClock::dueAt).orElse(null)));
        return appeal;
    }
}
