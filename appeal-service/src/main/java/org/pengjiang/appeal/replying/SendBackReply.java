package org.pengjiang.appeal.replying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.ReplySentBack;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** The head wants another reply. */
@ApplicationScoped
class SendBackReply {
    private final OpenForCommand open;
    private final Replies replies;
    private final AppealLog log;

    SendBackReply(OpenForCommand open, Replies replies, AppealLog log) {
        this.open = open;
        this.replies = replies;
        this.log = log;
    }

    @Transactional
    Appeal sendBack(UUID id, int seq, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.SEND_BACK_REPLY, caller);
        Appeal appeal = context.appeal();
        replies.sendBack(appeal, seq, caller.subject(), why, context.now());
        log.append(appeal, new ReplySentBack(appeal.standing(), seq));
        return appeal;
    }
}
