package org.pengjiang.appeal.tracking;

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

/** How a tracked appeal gets on. */
@Path("/v1/appeals/{id}/tracking")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tracking")
class TrackedAppealResource {
    private final ReportProgress report;
    private final SettleMilestone settle;
    private final ReviewTracking review;
    private final FinishTracking finish;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    TrackedAppealResource(
            ReportProgress report,
            SettleMilestone settle,
            ReviewTracking review,
            FinishTracking finish,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.report = report;
        this.settle = settle;
        this.review = review;
        this.finish = finish;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/progress")
    @Command
    @PermissionsAllowed("appeal:report-progress")
    @Operation(
            operationId = "reportProgress",
            summary = "Tell the enterprise how far it is (反馈进展)",
            description = "A public message. The next report is due ten working days after it.")
    @APIResponseSchema(AppealView.class)
    public Response progress(@PathParam("id") UUID id, @NotNull @Valid NewProgress said) {
        return responses.ok(report.report(id, said, caller.get()), views::view);
    }

    @POST
    @Path("/milestones/{seq}/meet")
    @Command
    @PermissionsAllowed("appeal:report-progress")
    @Operation(operationId = "meetMilestone", summary = "A milestone is met, with what shows it (完成节点)")
    @APIResponseSchema(AppealView.class)
    public Response meet(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid MilestoneEvidence said) {
        return responses.ok(settle.meet(id, seq, said.evidence(), caller.get()), views::view);
    }

    @POST
    @Path("/milestones/{seq}/waive")
    @Command
    @PermissionsAllowed("appeal:propose-tracking")
    @Operation(
            operationId = "waiveMilestone",
            summary = "The head no longer asks for a milestone, with the reason (取消节点)")
    @APIResponseSchema(AppealView.class)
    public Response waive(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid MilestoneWaiver said) {
        return responses.ok(settle.waive(id, seq, said.reason(), caller.get()), views::view);
    }

    @POST
    @Path("/review")
    @Command
    @PermissionsAllowed("appeal:review-tracking")
    @Operation(
            operationId = "reviewTracking",
            summary = "Look whether the plan still holds (复核挂账)",
            description = "By the supervision. The next review is due 90 days after it.")
    @APIResponseSchema(AppealView.class)
    public Response review(@PathParam("id") UUID id, @NotNull @Valid TrackingNote said) {
        return responses.ok(review.review(id, said.note(), caller.get()), views::view);
    }

    @POST
    @Path("/finish")
    @Command
    @PermissionsAllowed("appeal:reply")
    @Operation(
            operationId = "finishTracking",
            summary = "Answer the appeal, once every milestone is met or waived (挂账办结答复)",
            description =
                    "The draft goes to the head as every reply; one of the head goes out at once. What was answered before"
                            + " tracking is answered in a new round, which can be rated.")
    @APIResponseSchema(AppealView.class)
    public Response finish(@PathParam("id") UUID id, @NotNull @Valid FinalReply said) {
        return responses.ok(finish.finish(id, said, caller.get()), views::view);
    }
}
