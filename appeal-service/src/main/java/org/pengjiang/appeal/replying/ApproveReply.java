package org.pengjiang.appeal.replying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.correspondence.Replies;
import org.pengjiang.appeal.model.delivery.LogReplyDelivered;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** The head lets a reply go out; never the one who drafted it. */
@ApplicationScoped
class ApproveReply {
    private final OpenForCommand open;
    private final Replies replies;
    private final LogReplyDelivered deliveries;

    ApproveReply(OpenForCommand open, Replies replies, LogReplyDelivered deliveries) {
        this.open = open;
        this.replies = replies;
        this.deliveries = deliveries;
    }

    @Transactional
    Appeal approve(UUID id, int seq, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.APPROVE_REPLY, caller);
        Appeal appeal = context.appeal();
        deliveries.log(appeal, replies.approve(appeal, seq, caller.subject(), context.now()), context.now());
        return appeal;
    }
}
