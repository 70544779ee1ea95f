package org.pengjiang.appeal.supervising;

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
import org.pengjiang.appeal.model.supervision.Urges;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Urges of one appeal. */
@Path("/v1/appeals/{id}/urges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Supervision")
class UrgeResource {
    private final UrgeAppeal urge;
    private final AnswerUrge answer;
    private final Urges urges;
    private final Appeals appeals;
    private final AppealAccess access;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    UrgeResource(
            UrgeAppeal urge,
            AnswerUrge answer,
            Urges urges,
            Appeals appeals,
            AppealAccess access,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.urge = urge;
        this.answer = answer;
        this.urges = urges;
        this.appeals = appeals;
        this.access = access;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("appeal:urge")
    @Operation(
            operationId = "urgeAppeal",
            summary = "Urge whoever handles the appeal (催办)",
            description =
                    "Once in four working hours, and not before the last urge is answered. Whoever handles the appeal, or the centre"
                            + " as long as nobody does, answers within four working hours; the reply to the appeal is an answer too.")
    @APIResponseSchema(value = AppealView.class, responseCode = "201")
    public Response urge(@PathParam("id") UUID id, @NotNull @Valid UrgeText said) {
        return Response.fromResponse(responses.ok(urge.urge(id, said.text(), caller.get()), views::view))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/urges"))
                .build();
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listUrges",
            summary = "The urges, the newest last (催办记录)",
            description = "Enterprises and partners read of an urge by an office that it was, and its answer.")
    @APIResponseSchema(UrgeView[].class)
    public Response list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ANSWERS);
        return responses.ok(appeal, found -> shown(found, reader));
    }

    private List<UrgeView> shown(Appeal appeal, AppealReader reader) {
        return urges.of(appeal).stream()
                .filter(one -> reader.reads(one.urgedAt(), true))
                .map(one -> UrgeView.of(one, appeal, reader))
                .toList();
    }

    @POST
    @Path("/{seq}/answer")
    @Command
    @PermissionsAllowed("appeal:answer-urge")
    @Operation(operationId = "answerUrge", summary = "Answer an urge; the enterprise reads the text (答复催办)")
    @APIResponseSchema(AppealView.class)
    public Response answer(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid UrgeAnswer said) {
        return responses.ok(answer.answer(id, seq, said.text(), caller.get()), views::view);
    }
}
