package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.RejectionRefused;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.screening.Rejections;
import org.pengjiang.kit.identity.Caller;

/** Another one of the centre does not reject the appeal: it stays where it is. */
@ApplicationScoped
class RefuseRejection {
    private final OpenForCommand open;
    private final Rejections rejections;
    private final AppealLog log;

    RefuseRejection(OpenForCommand open, Rejections rejections, AppealLog log) {
        this.open = open;
        this.rejections = rejections;
        this.log = log;
    }

    @Transactional
    Appeal refuse(UUID id, int seq, String why, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REFUSE_REJECTION, caller);
        Appeal appeal = context.appeal();
        rejections.refuse(appeal, seq, caller.subject(), why, context.now());
        log.append(appeal, new RejectionRefused(appeal.standing(), seq));
        return appeal;
    }
}
