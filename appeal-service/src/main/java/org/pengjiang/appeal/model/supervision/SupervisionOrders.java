package org.pengjiang.appeal.model.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.AfterParting;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockPlan;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.Target;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The orders of supervision on an appeal: ordered, reported on by the head, and cleared or sent back by supervision. */
@ApplicationScoped
public class SupervisionOrders implements AfterParting {
    private static final String SOURCE = "supervision order";

    private final AppealParts parts;

    public SupervisionOrders(AppealParts parts) {
        this.parts = parts;
    }

    public SupervisionOrder order(Appeal appeal, NewOrder said, TimeContext now) {
        appeal.require(AppealCommand.ORDER_SUPERVISION);
        String unit = appeal.handler().map(Handler::accountableUnit).orElseThrow();
        UUID clock = startClock(appeal, Target.endOfWorkday(said.workingDays()), now);
        SupervisionOrder order = new SupervisionOrder(
                appeal, parts.nextSeq(appeal, SupervisionOrder.class), said, unit, clock, now.at());
        parts.add(order);
        appeal.superviseAtLeast(said.issuer().level());
        appeal.supervisionOrdered();
        appeal.note(AppealCommand.ORDER_SUPERVISION, now);
        return order;
    }

    /** @throws DomainException NOT_FOUND, ORDER_NOT_OPEN */
    public OrderReport report(Appeal appeal, int seq, String text, String account, TimeContext now) {
        appeal.require(AppealCommand.REPORT_ON_ORDER);
        SupervisionOrder order = find(appeal, seq);
        if (!order.isToReport()) {
            throw new DomainException(AppealProblem.ORDER_NOT_OPEN, seq);
        }
        order.reported();
        OrderReport report =
                new OrderReport(appeal, parts.nextSeq(appeal, OrderReport.class), order, text, account, now.at());
        parts.add(report);
        appeal.answer(order.clockId(), now);
        appeal.note(AppealCommand.REPORT_ON_ORDER, now);
        return report;
    }

    /**
     * The next report is due as many working days later.
     *
     * @throws DomainException NOT_FOUND, ORDER_NOT_REPORTED, FOUR_EYES
     */
    public OrderReport sendBack(Appeal appeal, int seq, String why, int workingDays, String account, TimeContext now) {
        appeal.require(AppealCommand.SEND_BACK_REPORT);
        SupervisionOrder order = find(appeal, seq);
        if (order.status() != OrderStatus.REPORTED) {
            throw new DomainException(AppealProblem.ORDER_NOT_REPORTED, seq);
        }
        OrderReport report = reports(appeal, order).getLast();
        requireAnother(account, report);
        report.sendBack(account, why, now.at());
        order.sentBack(startClock(appeal, Target.endOfWorkday(workingDays), now));
        appeal.note(AppealCommand.SEND_BACK_REPORT, now);
        return report;
    }

    /** What was settled meanwhile is not waited for again. */
    @Override
    public void parted(Appeal appeal, TimeContext now) {
        of(appeal).stream().filter(order -> !order.isToReport()).forEach(order -> appeal.stop(order.clockId(), now));
    }

    /** @throws DomainException NOT_FOUND, ORDER_NOT_REPORTED, FOUR_EYES */
    public SupervisionOrder clear(Appeal appeal, int seq, String note, String account, TimeContext now) {
        appeal.require(AppealCommand.CLEAR_SUPERVISION);
        SupervisionOrder order = find(appeal, seq);
        if (!order.isToClear()) {
            throw new DomainException(AppealProblem.ORDER_NOT_REPORTED, seq);
        }
        reports(appeal, order).stream()
                .reduce((before, after) -> after)
                .ifPresent(report -> requireAnother(account, report));
        order.clear(account, note, now.at());
        appeal.note(AppealCommand.CLEAR_SUPERVISION, now);
        return order;
    }

    /** Of an appeal that goes on after its end: a report that was not given has its time once more; one day where it was late. */
    public void goOn(Appeal appeal, TimeContext now) {
        of(appeal).stream().filter(SupervisionOrder::isToReport).forEach(order -> {
            SlaClock before = appeal.clock(order.clockId()).orElseThrow();
            boolean isLate = before.isFired(ClockType.DUE);
            order.waitAnew(startClock(appeal, isLate ? Target.endOfWorkday(1) : before.target(), now));
        });
    }

    private static void requireAnother(String account, OrderReport report) {
        if (report.reportedBy().equals(account)) {
            throw new DomainException(AppealProblem.FOUR_EYES);
        }
    }

    /** Owed by whoever has the appeal from then to the due: an order goes with it. */
    private static UUID startClock(Appeal appeal, Target target, TimeContext now) {
        return appeal.start(ClockType.ORDER, new ClockPlan(target, null, SOURCE), now)
                .id();
    }

    private SupervisionOrder find(Appeal appeal, int seq) {
        return of(appeal).stream()
                .filter(order -> order.seq() == seq)
                .findFirst()
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    /** In their order; one without supervision costs no query. */
    public List<SupervisionOrder> of(Appeal appeal) {
        return appeal.orderCount() == 0 ? List.of() : parts.of(appeal, SupervisionOrder.class);
    }

    /** On all its orders. */
    public List<OrderReport> reports(Appeal appeal) {
        return appeal.orderCount() == 0 ? List.of() : parts.of(appeal, OrderReport.class);
    }

    private List<OrderReport> reports(Appeal appeal, SupervisionOrder order) {
        return reports(appeal).stream()
                .filter(report -> report.order() == order.seq())
                .toList();
    }
}
