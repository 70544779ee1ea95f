package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealSigned;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** The handler signs for an appeal. */
@ApplicationScoped
class SignAppeal {
    private final OpenForCommand open;
    private final AppealLog log;

    SignAppeal(OpenForCommand open, AppealLog log) {
        this.open = open;
        this.log = log;
    }

    @Transactional
    Appeal sign(UUID id, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.SIGN, caller);
        Appeal appeal = context.appeal();
        boolean inTime = appeal.sign(context.now());
        log.append(appeal, new AppealSigned(appeal.standing(), context.now().at(), false, inTime));
        return appeal;
    }
}
