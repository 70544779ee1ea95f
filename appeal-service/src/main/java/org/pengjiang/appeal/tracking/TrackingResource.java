package org.pengjiang.appeal.tracking;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealRequest;
import org.pengjiang.appeal.model.tracking.NewTracking;
import org.pengjiang.appeal.model.tracking.Trackings;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Whether an appeal that cannot be solved now is tracked, and by which plan. */
@Path("/v1/appeals/{id}/tracking")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tracking")
class TrackingResource {
    private final ProposeTracking propose;
    private final DecideTracking decide;
    private final Trackings trackings;
    private final Appeals appeals;
    private final AppealAccess access;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    TrackingResource(
            ProposeTracking propose,
            DecideTracking decide,
            Trackings trackings,
            Appeals appeals,
            AppealAccess access,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.propose = propose;
        this.decide = decide;
        this.trackings = trackings;
        this.appeals = appeals;
        this.access = access;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/propose")
    @Command
    @PermissionsAllowed("appeal:propose-tracking")
    @Operation(
            operationId = "proposeTracking",
            summary = "Propose a plan for an appeal that cannot be solved now (申请挂账)",
            description =
                    "By the head, with milestones and what the enterprise has said to them. Nothing stops before the leader has"
                            + " approved it.")
    @APIResponseSchema(AppealView.class)
    public Response propose(@PathParam("id") UUID id, @NotNull @Valid NewTracking said) {
        return responses.ok(propose.propose(id, said, caller.get()), views::view);
    }

    @POST
    @Path("/approve")
    @Command
    @PermissionsAllowed("appeal:track")
    @Operation(
            operationId = "trackAppeal",
            summary = "Approve the plan: the appeal is tracked by it (批准挂账)",
            description =
                    "By the leader, never by whoever proposed it. The promises stop, and what was late stays late; each milestone"
                            + " has a clock of its own.")
    @APIResponseSchema(AppealView.class)
    public Response approve(@PathParam("id") UUID id, @NotNull @Valid TrackingDecision said) {
        return responses.ok(decide.approve(id, said.note(), caller.get()), views::view);
    }

    @POST
    @Path("/refuse")
    @Command
    @PermissionsAllowed("appeal:track")
    @Operation(
            operationId = "refuseTracking",
            summary = "Do not approve the plan; the appeal stays where it is (不批准挂账)")
    @APIResponseSchema(AppealView.class)
    public Response refuse(@PathParam("id") UUID id, @NotNull @Valid TrackingRefusal said) {
        return responses.ok(decide.refuse(id, said.reason(), caller.get()), views::view);
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listTrackingPlans",
            summary = "The plans with their milestones, the newest last (挂账方案与节点)",
            description = "Enterprises and partners see what was approved.")
    public List<TrackingView> plans(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ANSWERS);
        return trackings.plans(appeal).stream()
                .filter(plan -> reader.reads(plan.askedAt(), plan.outcome() == AppealRequest.Outcome.GRANTED))
                .map(plan -> TrackingView.of(plan, trackings.of(appeal, plan), appeal, reader))
                .toList();
    }
}
