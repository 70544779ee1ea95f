package org.pengjiang.appeal.supervising;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;

/** Orders of supervision on one appeal. */
@Path("/v1/appeals/{id}/supervision-orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Supervision")
class OrderResource {
    private final OrderSupervision order;
    private final ReportOnOrder report;
    private final SendBackOrderReport sendBack;
    private final ClearSupervision clear;
    private final OrdersOfAppeal orders;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    OrderResource(
            OrderSupervision order,
            ReportOnOrder report,
            SendBackOrderReport sendBack,
            ClearSupervision clear,
            OrdersOfAppeal orders,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.order = order;
        this.report = report;
        this.sendBack = sendBack;
        this.clear = clear;
        this.orders = orders;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:order-supervision")
    @Operation(
            operationId = "orderSupervision",
            summary = "Order something of the unit that answers for the appeal (督办)",
            description =
                    "Its head reports until the due. By SUPERVISOR the supervision stands at level 2 at least, by LEADER at level 3."
                            + " SUPERVISOR clears the order.")
    @APIResponseSchema(value = AppealView.class, responseCode = "201")
    public Response order(@PathParam("id") UUID id, @NotNull @Valid OrderOfSupervision said) {
        return Response.fromResponse(responses.ok(order.order(id, said, caller.get()), views::view))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/supervision-orders"))
                .build();
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listSupervisionOrders",
            summary = "The orders of supervision with the reports on them, the newest last (督办单)",
            description = "For the offices involved; not for enterprises and partners.")
    @APIResponseSchema(OrderView[].class)
    public Response list(@PathParam("id") UUID id) {
        return orders.answer(id, caller.get());
    }

    @POST
    @Path("/{seq}/report")
    @Command
    @PermissionsAllowed("appeal:report-on-order")
    @Operation(operationId = "reportOnOrder", summary = "Report on an order, as the head (督办反馈)")
    @APIResponseSchema(AppealView.class)
    public Response report(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid NewReport said) {
        return responses.ok(report.report(id, seq, said, caller.get()), views::view);
    }

    @POST
    @Path("/{seq}/send-back")
    @Command
    @PermissionsAllowed("appeal:clear-supervision")
    @Operation(
            operationId = "sendBackReport",
            summary = "Send the report back with a reason and a new due, as another person than its author (退回督办反馈)")
    @APIResponseSchema(AppealView.class)
    public Response sendBack(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid SendBackReport said) {
        return responses.ok(sendBack.sendBack(id, seq, said, caller.get()), views::view);
    }

    @POST
    @Path("/{seq}/clear")
    @Command
    @PermissionsAllowed("appeal:clear-supervision")
    @Operation(
            operationId = "clearSupervision",
            summary = "Clear an order that was reported on, as another person than the reporter (销号)",
            description = "Of an appeal that has ended it needs no report.")
    @APIResponseSchema(AppealView.class)
    public Response clear(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Clearance said) {
        return responses.ok(clear.clear(id, seq, said.note(), caller.get()), views::view);
    }
}
