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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Questions to the enterprise. */
@Path("/v1/appeals/{id}/questions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Waiting")
class QuestionResource {
    private final AskEnterprise ask;
    private final AnswerQuestion answer;
    private final ObjectToQuestion object;
    private final Appeals appeals;
    private final QuestionViews questions;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    QuestionResource(
            AskEnterprise ask,
            AnswerQuestion answer,
            ObjectToQuestion object,
            Appeals appeals,
            QuestionViews questions,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.ask = ask;
        this.answer = answer;
        this.object = object;
        this.appeals = appeals;
        this.questions = questions;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Command
    @PermissionsAllowed("appeal:ask")
    @Operation(
            operationId = "askEnterprise",
            summary = "Ask the enterprise; the appeal pauses until it answers (询问企业，暂停计时)",
            description =
                    "Needs a verified contact in this round. All questions of an appeal together pause it for ten working days at most "
                            + "(the setting limits); when they are used up, or when nobody answers in the window, it goes on by itself.")
    @APIResponseSchema(value = AppealView.class, responseCode = "201")
    public Response ask(@PathParam("id") UUID id, @NotNull @Valid NewQuestion said) {
        return Response.fromResponse(responses.ok(ask.ask(id, said, caller.get()), views::view))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/questions"))
                .build();
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(operationId = "listQuestions", summary = "Questions to the enterprise and its answers, the newest last")
    @APIResponseSchema(QuestionView[].class)
    public Response list(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        return responses.ok(appeal, questions::of);
    }

    @POST
    @Path("/{seq}/answer")
    @Command
    @PermissionsAllowed("appeal:answer")
    @Operation(
            operationId = "answerQuestion",
            summary = "Answer a question; the appeal goes on at once (企业回复询问)",
            description = "The enterprise, or the platform that has filed for it.")
    @APIResponseSchema(AppealView.class)
    public Response answer(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid NewAnswer said) {
        return responses.ok(answer.answer(id, seq, said, caller.get()), views::view);
    }

    @POST
    @Path("/{seq}/object")
    @Command
    @PermissionsAllowed("appeal:answer")
    @Operation(
            operationId = "objectToQuestion",
            summary = "Object to the pause; the appeal goes on at once (对暂停提出异议)",
            description =
                    "After that no question pauses the appeal any more in this round. Supervision reads the reason.")
    @APIResponseSchema(AppealView.class)
    public Response object(@PathParam("id") UUID id, @PathParam("seq") int seq, @NotNull @Valid Reason said) {
        return responses.ok(object.object(id, seq, said.reason(), caller.get()), views::view);
    }
}
