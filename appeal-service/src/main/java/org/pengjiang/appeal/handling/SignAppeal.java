package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealSigned;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.AppealCommand;
import org.pengjiang.appeal.model.AppealDesk;
import org.pengjiang.appeal.model.AppealLog;
import org.pengjiang.appeal.model.OnDesk;
import org.pengjiang.kit.identity.Caller;

/** The handler signs for an appeal. */
@ApplicationScoped
class SignAppeal {
    private final AppealDesk desk;
    private final AppealLog log;

    SignAppeal(AppealDesk desk, AppealLog log) {
        this.desk = desk;
        this.log = log;
    }

    @Transactional
    Appeal sign(UUID id, Caller caller) {
        OnDesk taken = desk.take(id, AppealCommand.SIGN, caller);
        Appeal appeal = taken.appeal();
        boolean inTime = appeal.sign(taken.now());
        log.append(appeal, new AppealSigned(appeal.standing(), taken.now().at(), false, inTime));
        return appeal;
    }
}
