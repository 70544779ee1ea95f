package org.pengjiang.appeal.supervising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.SupervisionCleared;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.supervision.SupervisionOrder;
import org.pengjiang.appeal.model.supervision.SupervisionOrders;
import org.pengjiang.kit.identity.Caller;

/** Supervision clears an order: reported on, or of an appeal that has ended. Never whoever reported on it. */
@ApplicationScoped
class ClearSupervision {
    private final OpenForCommand open;
    private final SupervisionOrders orders;
    private final AppealLog log;

    ClearSupervision(OpenForCommand open, SupervisionOrders orders, AppealLog log) {
        this.open = open;
        this.orders = orders;
        this.log = log;
    }

    @Transactional
    Appeal clear(UUID id, int seq, String note, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.CLEAR_SUPERVISION, caller);
        Appeal appeal = context.appeal();
        SupervisionOrder order = orders.clear(appeal, seq, note.strip(), caller.subject(), context.now());
        log.append(
                appeal,
                new SupervisionCleared(appeal.standing(), seq, context.now().at(), order.unit()));
        return appeal;
    }
}
