package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.ReplySentBack;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.AppealCommand;
import org.pengjiang.appeal.model.AppealDesk;
import org.pengjiang.appeal.model.AppealLog;
import org.pengjiang.appeal.model.OnDesk;
import org.pengjiang.kit.identity.Caller;

/** The head wants another reply. */
@ApplicationScoped
class SendBackReply {
    private final AppealDesk desk;
    private final AppealLog log;

    SendBackReply(AppealDesk desk, AppealLog log) {
        this.desk = desk;
        this.log = log;
    }

    @Transactional
    Appeal sendBack(UUID id, int seq, String why, Caller caller) {
        OnDesk taken = desk.take(id, AppealCommand.SEND_BACK_REPLY, caller);
        Appeal appeal = taken.appeal();
        appeal.requireNewestReply(seq);
        appeal.sendBackReply(caller.subject(), why, taken.now());
        log.append(appeal, new ReplySentBack(appeal.standing(), seq));
        return appeal;
    }
}
