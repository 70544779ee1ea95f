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
import org.pengjiang.appeal.model.appeal.AppealRequest.Outcome;
import org.pengjiang.appeal.model.planning.Extensions;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** More time for the reply. */
@Path("/v1/appeals/{id}/extensions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
class ExtensionResource {
    private final RequestExtension request;
    private final DecideExtension decide;
    private final Appeals appeals;
    private final Extensions extensions;
    private final AppealAccess access;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    ExtensionResource(
            RequestExtension request,
            DecideExtension decide,
            Appeals appeals,
            Extensions extensions,
            AppealAccess access,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.request = request;
        this.decide = decide;
        this.appeals = appeals;
        this.extensions = extensions;
        this.access = access;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:request-extension")
    @Operation(
            operationId = "requestExtension",
            summary = "Ask for more time for the reply (申请延期)",
            description =
                    "By its head, at least one working day before the reply is due, for at most as long again, after the"
                            + " enterprise was asked. Granted once in an appeal. A request that nobody has decided lapses when the reply falls due.")
    @APIResponseSchema(value = AppealView.class, responseCode = "201")
    public Response request(@PathParam("id") UUID id, @NotNull @Valid NewExtension said) {
        return Response.fromResponse(responses.ok(request.request(id, said, caller.get()), views::view))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/extensions"))
                .build();
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listExtensions",
            summary = "Extensions, the newest last; enterprises and partners see what was granted")
    @APIResponseSchema(ExtensionView[].class)
    public Response list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ANSWERS);
        return responses.ok(
                appeal,
                found -> extensions.of(found).stream()
                        .filter(one -> reader.reads(one.askedAt(), one.outcome() == Outcome.GRANTED))
                        .map(one -> ExtensionView.of(one, reader))
                        .toList());
    }

    @POST
    @Path("/{seq}/grant")
    @Command
    @PermissionsAllowed("appeal:extend")
    @Operation(
            operationId = "extendAppeal",
            summary = "Give the reply more time, as another person than who asked (批准延期)",
            description =
                    "Past the latest reply only the leader does; then the latest reply moves with it, at most to what the"
                            + " province allows. What was promised first is kept as originalDueAt.")
    @APIResponseSchema(AppealView.class)
    public Response grant(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid DecisionNote said) {
        return responses.ok(decide.grant(id, seq, said.note(), caller.get()), views::view);
    }

    @POST
    @Path("/{seq}/refuse")
    @Command
    @PermissionsAllowed("appeal:extend")
    @Operation(operationId = "refuseExtension", summary = "Refuse more time, with a reason (不同意延期)")
    @APIResponseSchema(AppealView.class)
    public Response refuse(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Reason said) {
        return responses.ok(decide.refuse(id, seq, said.reason(), caller.get()), views::view);
    }
}
