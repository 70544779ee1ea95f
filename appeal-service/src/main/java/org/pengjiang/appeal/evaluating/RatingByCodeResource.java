package org.pengjiang.appeal.evaluating;

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

/** Rating without an account: whoever filed by telephone rates too. */
@Path("/v1/appeals/lookup/rating")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Query code")
class RatingByCodeResource {
    private final QueryCodes codes;
    private final RateByCode rate;
    private final Responses responses;

    RatingByCodeResource(QueryCodes codes, RateByCode rate, Responses responses) {
        this.codes = codes;
        this.rate = rate;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermitAll
    @Operation(
            operationId = "rateAppealByCode",
            summary = "Rate by number and query code (凭查询码评价)",
            description =
                    "Needs no token; number and code are the caller that an Idempotency-Key belongs to. A wrong code is answered as when"
                            + " looking up. Solved or partly solved with three stars or more closes the appeal.")
    @APIResponseSchema(AppealOutline.class)
    public Response rate(@NotNull @Valid RatingByCode said) {
        List<UUID> opened = codes.open(said.number(), said.queryCode());
        if (opened.size() > 1) {
            throw new DomainException(
                    KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at("/number", AppealProblem.QUERY_NUMBER_OF_MANY)));
        }
        return responses.plain(rate.rate(opened.getFirst(), said.rating()));
    }
}
