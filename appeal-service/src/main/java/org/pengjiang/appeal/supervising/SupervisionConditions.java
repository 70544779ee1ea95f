package org.pengjiang.appeal.supervising;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.pengjiang.appeal.model.access.CommandCondition;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.supervision.OrderStatus;
import org.pengjiang.appeal.model.supervision.SupervisionOrder;
import org.pengjiang.appeal.model.supervision.SupervisionOrders;
import org.pengjiang.appeal.model.supervision.Urges;
import org.pengjiang.kit.identity.Caller;

/** Whether an appeal can be urged now, and what its urges and orders wait for. */
@ApplicationScoped
class SupervisionConditions implements CommandCondition {
    private final Urges urges;
    private final SupervisionOrders orders;
    private final Clock clock;

    SupervisionConditions(Urges urges, SupervisionOrders orders, Clock clock) {
        this.urges = urges;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Set<AppealCommand> commands() {
        return EnumSet.of(
                AppealCommand.URGE,
                AppealCommand.ANSWER_URGE,
                AppealCommand.REPORT_ON_ORDER,
                AppealCommand.SEND_BACK_REPORT,
                AppealCommand.CLEAR_SUPERVISION);
    }

    @Override
    public boolean holds(AppealCommand command, Appeal appeal, Set<Capacity> capacities, Caller caller) {
        return switch (command) {
            case URGE -> urges.isPossible(appeal, Instant.now(clock));
            case ANSWER_URGE ->
                (capacities.contains(Capacity.HANDLER) || !appeal.state().needsAccountableUnit())
                        && urges.waiting(appeal).isPresent();
            case REPORT_ON_ORDER -> orders.of(appeal).stream().anyMatch(SupervisionOrder::isToReport);
            case SEND_BACK_REPORT ->
                orders.of(appeal).stream().anyMatch(order -> order.status() == OrderStatus.REPORTED);
            case CLEAR_SUPERVISION -> orders.of(appeal).stream().anyMatch(SupervisionOrder::isToClear);
            default -> throw new IllegalArgumentException(command.name());
        };
    }
}
