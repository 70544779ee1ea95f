package org.pengjiang.appeal.supervising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.supervision.OrderReport;
import org.pengjiang.appeal.model.supervision.SupervisionOrders;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.file.Files;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Shows the orders of one appeal: to whoever handles it or did so then, the centre, call-back and supervision. */
@ApplicationScoped
class OrdersOfAppeal {
    private final Appeals appeals;
    private final AppealAccess access;
    private final SupervisionOrders orders;
    private final Files files;
    private final Responses responses;

    OrdersOfAppeal(Appeals appeals, AppealAccess access, SupervisionOrders orders, Files files, Responses responses) {
        this.appeals = appeals;
        this.access = access;
        this.orders = orders;
        this.files = files;
        this.responses = responses;
    }

    /** @throws DomainException NOT_FOUND, NOT_INVOLVED */
    Response answer(UUID id, Caller caller) {
        Appeal appeal = appeals.seenBy(caller, id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller).require(FieldView.Field.ANSWERS);
        if (!reader.shows(FieldView.Field.SUPERVISION)) {
            throw new DomainException(AppealProblem.NOT_INVOLVED);
        }
        return responses.ok(appeal, found -> views(found, reader));
    }

    private List<OrderView> views(Appeal appeal, AppealReader reader) {
        List<OrderReport> reports = orders.reports(appeal).stream()
                .filter(report -> reader.reads(report.reportedAt(), false))
                .toList();
        Map<UUID, List<AttachedFile>> attached =
                files.of(reports.stream().map(OrderReport::id).toList());
        return orders.of(appeal).stream()
                .filter(order -> reader.reads(order.orderedAt(), false))
                .map(order -> OrderView.of(order, appeal, reports, attached, reader.text()))
                .toList();
    }
}
