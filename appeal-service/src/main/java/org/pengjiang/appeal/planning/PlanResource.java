package org.pengjiang.appeal.planning;

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
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.planning.Plans;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Plans of the handler. */
@Path("/v1/appeals/{id}/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
class PlanResource {
    private final HandInPlan handIn;
    private final Appeals appeals;
    private final Plans plans;
    private final AppealAccess access;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    PlanResource(
            HandInPlan handIn,
            Appeals appeals,
            Plans plans,
            AppealAccess access,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.handIn = handIn;
        this.appeals = appeals;
        this.plans = plans;
        this.access = access;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:plan")
    @Operation(
            operationId = "handInPlan",
            summary = "Say how the matter is to be solved; the enterprise reads it (提交办理方案)",
            description = "Needs a verified contact in this round. Answers the clock PLAN of classes that have one.")
    @APIResponseSchema(value = AppealView.class, responseCode = "201")
    public Response handIn(@PathParam("id") UUID id, @NotNull @Valid NewPlan said) {
        return Response.fromResponse(responses.ok(handIn.handIn(id, said, caller.get()), views::view))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/plans"))
                .build();
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(operationId = "listPlans", summary = "The plans, the newest last")
    @APIResponseSchema(PlanView[].class)
    public Response list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ANSWERS);
        return responses.ok(
                appeal,
                found -> plans.of(found).stream()
                        .filter(plan -> reader.reads(plan.handedInAt(), true))
                        .map(plan -> PlanView.of(plan, reader))
                        .toList());
    }
}
