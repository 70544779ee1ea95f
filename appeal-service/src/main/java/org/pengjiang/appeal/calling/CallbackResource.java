package org.pengjiang.appeal.calling;

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
import org.pengjiang.appeal.model.evaluation.CallbackAttempt;
import org.pengjiang.appeal.model.evaluation.Callbacks;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Calling the enterprise back. */
@Path("/v1/appeals/{id}/callbacks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluation")
class CallbackResource {
    private final CallBack callBack;
    private final Callbacks callbacks;
    private final Appeals appeals;
    private final AppealAccess access;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    CallbackResource(
            CallBack callBack,
            Callbacks callbacks,
            Appeals appeals,
            AppealAccess access,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.callBack = callBack;
        this.callbacks = callbacks;
        this.appeals = appeals;
        this.access = access;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:call-back")
    @Operation(
            operationId = "callBack",
            summary = "Note an attempt to call the enterprise back, with what it says (回访)",
            description =
                    "The first answer to a round counts: it rates for the enterprise, and reopens what the window has closed if it is not"
                            + " solved. A later one is kept beside it (superseded). Three attempts that fail, each at another hour of the"
                            + " day, end the call-back.")
    @APIResponseSchema(AppealView.class)
    public Response call(@PathParam("id") UUID id, @NotNull @Valid NewCall said) {
        return responses.ok(callBack.call(id, said, caller.get()), views::view);
    }

    @GET
    @PermissionsAllowed("appeal:read-attempts")
    @Operation(operationId = "listCallbacks", summary = "Every call-back with its attempts, the newest last (回访记录)")
    @APIResponseSchema(CallbackView[].class)
    public Response list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ATTEMPTS);
        return responses.ok(appeal, found -> views(found, reader));
    }

    private List<CallbackView> views(Appeal appeal, AppealReader reader) {
        List<CallbackAttempt> attempts = callbacks.attempts(appeal);
        return callbacks.of(appeal).stream()
                .filter(callback -> reader.reads(callback.openedAt(), false))
                .map(callback -> CallbackView.of(
                        callback,
                        attempts.stream()
                                .filter(attempt -> attempt.callback() == callback.seq())
                                .toList(),
                        appeal,
                        reader.text()))
                .toList();
    }
}
