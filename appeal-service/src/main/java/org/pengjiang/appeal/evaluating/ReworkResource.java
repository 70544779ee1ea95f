package org.pengjiang.appeal.evaluating;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;

/** Having an appeal worked on again, and deciding what nobody solved. */
@Path("/v1/appeals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluation")
class ReworkResource {
    private final OrderRework order;
    private final ReopenAppeal reopen;
    private final DecideAppeal decide;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    ReworkResource(
            OrderRework order,
            ReopenAppeal reopen,
            DecideAppeal decide,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.order = order;
        this.reopen = reopen;
        this.decide = decide;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/rework")
    @Command
    @PermissionsAllowed("appeal:order-rework")
    @Operation(
            operationId = "orderRework",
            summary = "Have an answered appeal worked on again (责令重办)",
            description =
                    "A new round begins, one level up, with clocks of its own; whoever handled it handles it again.")
    @APIResponseSchema(AppealView.class)
    public Response order(@PathParam("id") UUID id, @NotNull @Valid OrderReason said) {
        return responses.ok(order.order(id, said, caller.get()), views::view);
    }

    @POST
    @Path("/reopening")
    @Command
    @PermissionsAllowed("appeal:reopen")
    @Operation(
            operationId = "reopenAppeal",
            summary = "Have a closed appeal go on under its number (重启诉求)",
            description =
                    "The enterprise within 30 days from the closure on (limit reopenDays) and not after a decision of the leader; the"
                            + " supervision at any time. A new round begins, one level up, with clocks of its own.")
    @APIResponseSchema(AppealView.class)
    public Response reopen(@PathParam("id") UUID id, @NotNull @Valid OrderReason said) {
        return responses.ok(reopen.reopen(id, said, caller.get()), views::view);
    }

    @POST
    @Path("/decision")
    @Command
    @PermissionsAllowed("appeal:decide")
    @Operation(
            operationId = "decideAppeal",
            summary = "Decide what becomes of an appeal after the third bad rating (疑难诉求决定)",
            description =
                    "A reasoned final reply closes the appeal; TRACKING follows a plan. The enterprise reads the reply as the newest one; only the supervision reopens"
                            + " what was decided.")
    @APIResponseSchema(AppealView.class)
    public Response decide(@PathParam("id") UUID id, @NotNull @Valid NewDecision said) {
        return responses.ok(decide.decide(id, said, caller.get()), views::view);
    }
}
