package org.pengjiang.appeal.withdrawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealResubmitted;
import org.pengjiang.appeal.events.MessageWritten;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.correspondence.AppealMessage;
import org.pengjiang.appeal.model.correspondence.Messages;
import org.pengjiang.appeal.model.correspondence.Party;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.withdrawal.Withdrawals;
import org.pengjiang.kit.identity.Caller;

/** What lapsed because nothing was supplemented comes in again, with what was missing; a rule may dispatch it at once. */
@ApplicationScoped
class ResubmitAppeal {
    private final OpenForCommand open;
    private final Withdrawals withdrawals;
    private final Messages messages;
    private final AppealFiles files;
    private final AssignHandler assign;
    private final AppealLog log;

    ResubmitAppeal(
            OpenForCommand open,
            Withdrawals withdrawals,
            Messages messages,
            AppealFiles files,
            AssignHandler assign,
            AppealLog log) {
        this.open = open;
        this.withdrawals = withdrawals;
        this.messages = messages;
        this.files = files;
        this.assign = assign;
        this.log = log;
    }

    @Transactional
    Appeal resubmit(UUID id, Resubmission said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.RESUBMIT, caller);
        Appeal appeal = context.appeal();
        withdrawals.resubmit(appeal, context.now());
        log.append(
                appeal, new AppealResubmitted(appeal.standing(), context.now().at()));
        AppealMessage message = messages.write(
                appeal, Party.ENTERPRISE, Visibility.PUBLIC, said.text(), caller.subject(), context.now());
        log.append(
                appeal,
                new MessageWritten(
                        appeal.standing(),
                        message.seq(),
                        Party.ENTERPRISE.name(),
                        message.visibility().name()));
        files.attach(appeal, AppealFiles.Place.of(message), said.fileIds(), caller);
        assign.byItself(appeal, context.now());
        return appeal;
    }
}
