package org.pengjiang.appeal.waiting;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.QueryCodes;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.view.AppealOutline;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Answering a question without an account. */
@Path("/v1/appeals/lookup/answer")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Query code")
class AnswerByCodeResource {
    private final QueryCodes codes;
    private final AnswerQuestionByCode answer;
    private final Responses responses;

    AnswerByCodeResource(QueryCodes codes, AnswerQuestionByCode answer, Responses responses) {
        this.codes = codes;
        this.answer = answer;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermitAll
    @Operation(
            operationId = "answerQuestionByCode",
            summary = "Answer a question by number and query code (凭查询码回复询问)",
            description =
                    "Needs no token; number and code are the caller that an Idempotency-Key belongs to. A wrong code is answered as when"
                            + " looking up, which shows the question.")
    @APIResponseSchema(AppealOutline.class)
    public Response answer(@NotNull @Valid AnswerByCode said) {
        List<UUID> opened = codes.open(said.number(), said.queryCode());
        if (opened.size() > 1) {
            throw new DomainException(
                    KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at("/number", AppealProblem.QUERY_NUMBER_OF_MANY)));
        }
        return responses.plain(answer.answer(opened.getFirst(), said.question(), said.text()));
    }
}
