package org.pengjiang.appeal.replying;

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

/** An answer without a dispatch. */
@Path("/v1/appeals/{id}/direct-answer")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Screening")
class DirectAnswerResource {
    private final AnswerDirectly answer;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    DirectAnswerResource(AnswerDirectly answer, AppealViews views, CurrentCaller caller, Responses responses) {
        this.answer = answer;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:screen")
    @Operation(
            operationId = "answerDirectly",
            summary = "Answer a consultation at once, without a unit (直接答复)",
            description = "Counts as contact and reply. A bad rating sends it into the dispatch.")
    @APIResponseSchema(AppealView.class)
    public Response answer(@PathParam("id") UUID id, @NotNull @Valid DirectAnswer said) {
        return responses.ok(answer.answer(id, said, caller.get()), views::view);
    }
}
