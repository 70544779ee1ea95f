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

/** As what an appeal is handled, and whether it is an emergency. */
@Path("/v1/appeals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Screening")
class ClassificationResource {
    private final ChangeClass change;
    private final ConfirmEmergency confirm;
    private final RefuseEmergency refuse;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    ClassificationResource(
            ChangeClass change,
            ConfirmEmergency confirm,
            RefuseEmergency refuse,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.change = change;
        this.confirm = confirm;
        this.refuse = refuse;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/classification")
    @Command
    @PermissionsAllowed("appeal:classify")
    @Operation(
            operationId = "changeClass",
            summary = "Handle an appeal as another time class or category (调整类别或时限等级)",
            description =
                    "A faster class holds at once and leaves at least half of its time; a slower one is for SUPERVISOR, and moves no promised date back.")
    @APIResponseSchema(AppealView.class)
    public Response change(@PathParam("id") UUID id, @NotNull @Valid NewClassification said) {
        return responses.ok(change.change(id, said, caller.get()), views::view);
    }

    @POST
    @Path("/emergency/confirm")
    @Command
    @PermissionsAllowed("appeal:screen")
    @Operation(operationId = "confirmEmergency", summary = "Say that it is an emergency (确认突发)")
    @APIResponseSchema(AppealView.class)
    public Response confirm(@PathParam("id") UUID id, @NotNull @Valid Reason said) {
        return responses.ok(confirm.confirm(id, said.reason(), caller.get()), views::view);
    }

    @POST
    @Path("/emergency/refuse")
    @Command
    @PermissionsAllowed("appeal:screen")
    @Operation(
            operationId = "refuseEmergency",
            summary =
                    "Say within ten minutes that it is none: the dates of its ordinary class hold from now on (不认定突发)",
            description = "Silence confirms.")
    @APIResponseSchema(AppealView.class)
    public Response refuse(@PathParam("id") UUID id, @NotNull @Valid EmergencyRefusal said) {
        return responses.ok(refuse.refuse(id, said, caller.get()), views::view);
    }
}
