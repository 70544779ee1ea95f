package org.pengjiang.appeal.waiting;

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
import org.pengjiang.appeal.model.appeal.AppealRequest.Outcome;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.interruption.Suspensions;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Appeals that wait by law. */
@Path("/v1/appeals/{id}/suspensions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Waiting")
class SuspensionResource {
    private final RequestSuspension request;
    private final DecideSuspension decide;
    private final ReviewSuspended review;
    private final Appeals appeals;
    private final Suspensions suspensions;
    private final AppealAccess access;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    SuspensionResource(
            RequestSuspension request,
            DecideSuspension decide,
            ReviewSuspended review,
            Appeals appeals,
            Suspensions suspensions,
            AppealAccess access,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.request = request;
        this.decide = decide;
        this.review = review;
        this.appeals = appeals;
        this.suspensions = suspensions;
        this.access = access;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:suspend")
    @Operation(
            operationId = "requestSuspension",
            summary = "Ask that an appeal is suspended by law (申请法定中止)",
            description =
                    "By its head, with the number of the document. Needs a verified contact in this round. A request that"
                            + " nobody has decided lapses when the reply falls due.")
    @APIResponseSchema(value = AppealView.class, responseCode = "201")
    public Response request(@PathParam("id") UUID id, @NotNull @Valid NewSuspension said) {
        return Response.fromResponse(responses.ok(request.request(id, said, caller.get()), views::view))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/suspensions"))
                .build();
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listSuspensions",
            summary = "Suspensions, the newest last; enterprises and partners see what was granted")
    @APIResponseSchema(SuspensionView[].class)
    public Response list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ANSWERS);
        return responses.ok(appeal, found -> shown(found, reader));
    }

    private List<SuspensionView> shown(Appeal appeal, AppealReader reader) {
        return suspensions.of(appeal).stream()
                .filter(one -> reader.reads(one.askedAt(), one.outcome() == Outcome.GRANTED))
                .map(one -> SuspensionView.of(
                        one, suspensions.review(appeal).flatMap(SlaClock::dueAt).orElse(null), reader))
                .toList();
    }

    @POST
    @Path("/{seq}/grant")
    @Command
    @PermissionsAllowed("appeal:decide-suspension")
    @Operation(
            operationId = "suspendAppeal",
            summary = "Suspend the appeal, as another person than who asked (批准中止)",
            description =
                    "Reply and latest reply pause. Every ten working days somebody has to say that it still holds; after two"
                            + " such reviews in a row at which nobody has, the appeal goes on by itself.")
    @APIResponseSchema(AppealView.class)
    public Response grant(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid DecisionNote said) {
        return responses.ok(decide.grant(id, seq, said.note(), caller.get()), views::view);
    }

    @POST
    @Path("/{seq}/refuse")
    @Command
    @PermissionsAllowed("appeal:decide-suspension")
    @Operation(operationId = "refuseSuspension", summary = "Refuse to suspend the appeal, with a reason (不同意中止)")
    @APIResponseSchema(AppealView.class)
    public Response refuse(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Reason said) {
        return responses.ok(decide.refuse(id, seq, said.reason(), caller.get()), views::view);
    }

    @POST
    @Path("/{seq}/confirm")
    @Command
    @PermissionsAllowed("appeal:suspend")
    @Operation(
            operationId = "confirmSuspension",
            summary = "Say that the suspension still holds; its next period begins (确认继续中止)")
    @APIResponseSchema(AppealView.class)
    public Response confirm(@PathParam("id") UUID id, @PathParam("seq") int seq) {
        return responses.ok(review.confirm(id, seq, caller.get()), views::view);
    }

    @POST
    @Path("/{seq}/resume")
    @Command
    @PermissionsAllowed("appeal:suspend")
    @Operation(operationId = "resumeAppeal", summary = "Let a suspended appeal go on, with a reason (恢复办理)")
    @APIResponseSchema(AppealView.class)
    public Response resume(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Reason said) {
        return responses.ok(review.resume(id, seq, said.reason(), caller.get()), views::view);
    }
}
