package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.AppealCommand;
import org.pengjiang.appeal.model.AppealDesk;
import org.pengjiang.appeal.model.OnDesk;
import org.pengjiang.kit.identity.Caller;

/** The head lets a reply go out; never the one who drafted it. */
@ApplicationScoped
class ApproveReply {
    private final AppealDesk desk;
    private final Deliveries deliveries;

    ApproveReply(AppealDesk desk, Deliveries deliveries) {
        this.desk = desk;
        this.deliveries = deliveries;
    }

    @Transactional
    Appeal approve(UUID id, int seq, Caller caller) {
        OnDesk taken = desk.take(id, AppealCommand.APPROVE_REPLY, caller);
        Appeal appeal = taken.appeal();
        appeal.requireNewestReply(seq);
        deliveries.log(appeal, appeal.approveReply(caller.subject(), taken.now()), taken.now());
        return appeal;
    }
}
