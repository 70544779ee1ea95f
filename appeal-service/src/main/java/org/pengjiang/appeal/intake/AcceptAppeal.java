package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.AppealCommand;
import org.pengjiang.appeal.model.AppealDesk;
import org.pengjiang.appeal.model.HandOver;
import org.pengjiang.appeal.model.OnDesk;
import org.pengjiang.kit.identity.Caller;

/** The centre takes an appeal that no rule named a handler for; a rule that has come since dispatches it at once. */
@ApplicationScoped
class AcceptAppeal {
    private final AppealDesk desk;
    private final HandOver handOver;

    AcceptAppeal(AppealDesk desk, HandOver handOver) {
        this.desk = desk;
        this.handOver = handOver;
    }

    @Transactional
    Appeal accept(UUID id, Caller caller) {
        OnDesk taken = desk.take(id, AppealCommand.ACCEPT, caller);
        handOver.accept(taken.appeal(), taken.now());
        handOver.byItself(taken.appeal(), taken.now());
        return taken.appeal();
    }
}
