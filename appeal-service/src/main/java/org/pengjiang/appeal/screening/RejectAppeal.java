package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealRejected;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.screening.Rejection;
import org.pengjiang.appeal.model.screening.Rejections;
import org.pengjiang.kit.identity.Caller;

/** Another one of the centre confirms that an appeal is rejected. */
@ApplicationScoped
class RejectAppeal {
    private final OpenForCommand open;
    private final Rejections rejections;
    private final AppealLog log;

    RejectAppeal(OpenForCommand open, Rejections rejections, AppealLog log) {
        this.open = open;
        this.rejections = rejections;
        this.log = log;
    }

    @Transactional
    Appeal reject(UUID id, int seq, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REJECT, caller);
        Appeal appeal = context.appeal();
        Rejection rejection = rejections.confirm(appeal, seq, caller.subject(), context.now());
        log.append(
                appeal,
                new AppealRejected(
                        appeal.standing(),
                        context.now().at(),
                        rejection.code().name(),
                        rejection.objectionUntil().orElseThrow()));
        return appeal;
    }
}
