package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.SupplementRequested;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.screening.Rejections;
import org.pengjiang.appeal.model.screening.Supplements;
import org.pengjiang.kit.identity.Caller;

/** The centre misses something and asks for it, once. */
@ApplicationScoped
class RequestSupplement {
    private final OpenForCommand open;
    private final Supplements supplements;
    private final Rejections rejections;
    private final AppealLog log;

    RequestSupplement(OpenForCommand open, Supplements supplements, Rejections rejections, AppealLog log) {
        this.open = open;
        this.supplements = supplements;
        this.rejections = rejections;
        this.log = log;
    }

    @Transactional
    Appeal request(UUID id, NewSupplementRequest said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REQUEST_SUPPLEMENT, caller);
        Appeal appeal = context.appeal();
        PublicTexts.require(said.texts());
        supplements.request(appeal, said.missing(), caller.subject(), context.now());
        rejections.lapse(appeal, context.now().at());
        SlaClock window = appeal.clock(ClockType.SUPPLEMENT).orElseThrow();
        log.append(
                appeal,
                new SupplementRequested(
                        appeal.standing(), context.now().at(), window.dueAt().orElseThrow(), window.isProvisional()));
        return appeal;
    }
}
