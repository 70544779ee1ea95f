package org.pengjiang.appeal.screening;

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

/** Rejecting an appeal by two, and what the enterprise objects to it. */
@Path("/v1/appeals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Screening")
class RejectionResource {
    private final RequestRejection request;
    private final RejectAppeal reject;
    private final RefuseRejection refuse;
    private final ObjectToRejection object;
    private final UpholdObjection uphold;
    private final DismissObjection dismiss;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    RejectionResource(
            RequestRejection request,
            RejectAppeal reject,
            RefuseRejection refuse,
            ObjectToRejection object,
            UpholdObjection uphold,
            DismissObjection dismiss,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.request = request;
        this.reject = reject;
        this.refuse = refuse;
        this.object = object;
        this.uphold = uphold;
        this.dismiss = dismiss;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/rejections")
    @Command
    @PermissionsAllowed("appeal:screen")
    @Operation(
            operationId = "requestRejection",
            summary = "Ask for a second person to reject an appeal (提请不予受理)",
            description =
                    "With one of seven reasons, its legal basis and where one can turn; until it is confirmed the appeal stays with the centre.")
    @APIResponseSchema(AppealView.class)
    public Response request(@PathParam("id") UUID id, @NotNull @Valid NewRejection said) {
        return responses.ok(request.request(id, said, caller.get()), views::view);
    }

    @POST
    @Path("/rejections/{seq}/confirm")
    @Command
    @PermissionsAllowed("appeal:screen")
    @Operation(
            operationId = "rejectAppeal",
            summary = "Reject the appeal, as another person than whoever asked for it (不予受理)")
    @APIResponseSchema(AppealView.class)
    public Response reject(@PathParam("id") UUID id, @PathParam("seq") int seq) {
        return responses.ok(reject.reject(id, seq, caller.get()), views::view);
    }

    @POST
    @Path("/rejections/{seq}/refuse")
    @Command
    @PermissionsAllowed("appeal:screen")
    @Operation(
            operationId = "refuseRejection",
            summary = "Do not reject the appeal, as another person than whoever asked for it (不同意不予受理)")
    @APIResponseSchema(AppealView.class)
    public Response refuse(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Reason said) {
        return responses.ok(refuse.refuse(id, seq, said.reason(), caller.get()), views::view);
    }

    @POST
    @Path("/objection")
    @Command
    @PermissionsAllowed("appeal:object")
    @Operation(
            operationId = "objectToRejection",
            summary = "Object to the rejection, once and within five working days (提出异议)")
    @APIResponseSchema(AppealView.class)
    public Response object(@PathParam("id") UUID id, @NotNull @Valid Reason said) {
        return responses.ok(object.object(id, said.reason(), caller.get()), views::view);
    }

    @POST
    @Path("/objection/uphold")
    @Command
    @PermissionsAllowed("appeal:rule-objection")
    @Operation(
            operationId = "upholdObjection",
            summary = "Uphold the objection: the appeal goes on (异议成立)",
            description = "What was promised goes on; the time since the rejection does not count.")
    @APIResponseSchema(AppealView.class)
    public Response uphold(@PathParam("id") UUID id, @NotNull @Valid Reason said) {
        return responses.ok(uphold.uphold(id, said.reason(), caller.get()), views::view);
    }

    @POST
    @Path("/objection/dismiss")
    @Command
    @PermissionsAllowed("appeal:rule-objection")
    @Operation(operationId = "dismissObjection", summary = "Dismiss the objection: the rejection stands (异议不成立)")
    @APIResponseSchema(AppealView.class)
    public Response dismiss(@PathParam("id") UUID id, @NotNull @Valid Reason said) {
        return responses.ok(dismiss.dismiss(id, said.reason(), caller.get()), views::view);
    }
}
