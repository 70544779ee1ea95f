package org.pengjiang.appeal.intake;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Filing appeals and taking them in. */
@Path("/v1/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class IntakeResource {
    private static final String PATH = "/v1/appeals";

    private final SubmitAppeal submit;
    private final AcceptAppeal accept;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    IntakeResource(
            SubmitAppeal submit, AcceptAppeal accept, AppealViews views, CurrentCaller caller, Responses responses) {
        this.submit = submit;
        this.accept = accept;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false, idempotencyKey = false)
    @PermissionsAllowed("appeal:file")
    @Operation(
            operationId = "submitAppeal",
            summary = "File an appeal (提交诉求)",
            description =
                    "The answer promises a date for each clock, counted from the receipt. An appeal about a project "
                            + "with a special class goes to that class at once, others to the unit of the dispatch directory. "
                            + "A partner that files the same number of its platform again gets the first appeal (200), whatever has changed"
                            + " since; where the content is another one, the answer names a conflict. Idempotency-Key is needed by everybody"
                            + " else. The query code in the answer (201) looks the appeal up without an account, and is said once;"
                            + " whoever may handle what they file gets none.")
    @APIResponseSchema(value = AppealView.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "Filed before under this number of the platform: the first appeal",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AppealView.class)))
    public Response submit(@NotNull @Valid NewAppeal said, @Context HttpHeaders headers) {
        requireKey(said, headers);
        SubmitAppeal.Submitted submitted = submit.submit(said, caller.get());
        return submitted.isNew()
                ? responses.created(PATH, submitted.appeal(), appeal -> views.view(appeal, submitted.receipt()))
                : responses.ok(submitted.appeal(), appeal -> views.view(appeal, submitted.receipt()));
    }

    /** A number of a partner's system makes a repeat safe for longer than a key does. */
    private void requireKey(NewAppeal said, HttpHeaders headers) {
        boolean isNumbered = said.externalKey() != null && caller.get().hasRole(Roles.PARTNER);
        if (!isNumbered && headers.getHeaderString("Idempotency-Key") == null) {
            throw new DomainException(KitProblem.IDEMPOTENCY_KEY_MISSING);
        }
    }

    @POST
    @Path("/{id}/accept")
    @Command
    @PermissionsAllowed("appeal:accept")
    @Operation(operationId = "acceptAppeal", summary = "Take an appeal in (受理)")
    @APIResponseSchema(AppealView.class)
    public Response accept(@PathParam("id") UUID id) {
        return responses.ok(accept.accept(id, caller.get()), views::view);
    }
}
