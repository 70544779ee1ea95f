package org.pengjiang.appeal.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.AppealClosed;
import org.pengjiang.appeal.model.Actor;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.AppealCommand;
import org.pengjiang.appeal.model.AppealDesk;
import org.pengjiang.appeal.model.AppealLog;
import org.pengjiang.appeal.model.ClosedBy;
import org.pengjiang.appeal.model.OnDesk;
import org.pengjiang.kit.identity.Caller;

/** Ends an appeal that was answered: the enterprise itself, or whoever called it back. */
@ApplicationScoped
class CloseAppeal {
    private final AppealDesk desk;
    private final AppealLog log;

    CloseAppeal(AppealDesk desk, AppealLog log) {
        this.desk = desk;
        this.log = log;
    }

    @Transactional
    Appeal close(UUID id, Caller caller) {
        OnDesk taken = desk.take(id, AppealCommand.CLOSE, caller);
        Appeal appeal = taken.appeal();
        ClosedBy by = taken.acting().contains(Actor.ENTERPRISE) ? ClosedBy.ENTERPRISE : ClosedBy.CALLBACK;
        appeal.close(by, taken.now());
        log.append(appeal, new AppealClosed(appeal.standing(), taken.now().at(), by.name()));
        return appeal;
    }
}
