package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.RejectionRequested;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.screening.Rejection;
import org.pengjiang.appeal.model.screening.Rejections;
import org.pengjiang.kit.identity.Caller;

/** One of the centre wants to reject an appeal; another one decides. */
@ApplicationScoped
class RequestRejection {
    private final OpenForCommand open;
    private final Rejections rejections;
    private final AppealLog log;

    RequestRejection(OpenForCommand open, Rejections rejections, AppealLog log) {
        this.open = open;
        this.rejections = rejections;
        this.log = log;
    }

    @Transactional
    Appeal request(UUID id, NewRejection said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REQUEST_REJECTION, caller);
        Appeal appeal = context.appeal();
        PublicTexts.require(said.texts());
        Rejection rejection = rejections.request(appeal, said.asGrounds(), caller.subject(), context.now());
        log.append(
                appeal,
                new RejectionRequested(
                        appeal.standing(), rejection.seq(), rejection.code().name()));
        return appeal;
    }
}
