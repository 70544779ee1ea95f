package org.pengjiang.appeal.supervising;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.supervision.SupervisionOrder;
import org.pengjiang.appeal.model.supervision.SupervisionOrders;
import org.pengjiang.appeal.model.supervision.Urge;
import org.pengjiang.appeal.model.supervision.Urges;
import org.pengjiang.appeal.model.task.Handlers;
import org.pengjiang.appeal.model.task.PartTasks;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;

/** Urges wait for an answer, orders for a report of the head, reports for supervision. */
@ApplicationScoped
class SupervisionTasks implements PartTasks {
    static final String ANSWER_URGE = "urge-to-answer";
    static final String REPORT = "order-to-report-on";
    static final String CLEAR = "order-to-clear";

    private final Urges urges;
    private final SupervisionOrders orders;
    private final Handlers handlers;

    SupervisionTasks(Urges urges, SupervisionOrders orders, Handlers handlers) {
        this.urges = urges;
        this.orders = orders;
        this.handlers = handlers;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ANSWER_URGE, REPORT, CLEAR);
    }

    @Override
    public List<Task> waiting(Appeal appeal) {
        List<Task> tasks = new ArrayList<>();
        urges.waiting(appeal).ifPresent(urge -> tasks.addAll(toAnswer(appeal, urge)));
        orders.of(appeal).forEach(order -> tasks.addAll(of(appeal, order)));
        return tasks;
    }

    private List<Task> toAnswer(Appeal appeal, Urge urge) {
        List<Assignee> owing = appeal.state().needsAccountableUnit()
                ? handlers.handling(appeal)
                : List.of(Assignee.role(Roles.DISPATCHER));
        return owing.stream()
                .map(who -> due(Task.of(ANSWER_URGE, urge.seq(), who, appeal.no()), appeal, urge.clockId()))
                .toList();
    }

    private List<Task> of(Appeal appeal, SupervisionOrder order) {
        String item = order.seq() + " " + order.reports();
        if (order.isToReport()) {
            return handlers.heading(appeal).stream()
                    .map(who -> due(Task.of(REPORT, item, who, appeal.no(), order.seq()), appeal, order.clockId()))
                    .toList();
        }
        return order.isToClear()
                ? List.of(Task.of(CLEAR, item, Assignee.role(Roles.SUPERVISOR), appeal.no(), order.seq()))
                : List.of();
    }

    private static Task due(Task task, Appeal appeal, UUID clockId) {
        return appeal.clock(clockId)
                .flatMap(clock -> clock.dueAt().map(at -> task.due(at, clock.isProvisional())))
                .orElse(task);
    }
}
