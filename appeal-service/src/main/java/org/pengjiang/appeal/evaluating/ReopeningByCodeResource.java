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

/** Reopening without an account: whoever filed by telephone reopens too. */
@Path("/v1/appeals/lookup/reopening")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Query code")
class ReopeningByCodeResource {
    private final QueryCodes codes;
    private final ReopenAppeal reopen;
    private final Responses responses;

    ReopeningByCodeResource(QueryCodes codes, ReopenAppeal reopen, Responses responses) {
        this.codes = codes;
        this.reopen = reopen;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermitAll
    @Operation(
            operationId = "reopenAppealByCode",
            summary = "Have a closed appeal go on, by number and query code (凭查询码重启)",
            description =
                    "As reopenAppeal by the enterprise, without a token. A wrong code is answered as when looking up.")
    @APIResponseSchema(AppealOutline.class)
    public Response reopen(@NotNull @Valid ReopeningByCode said) {
        List<UUID> opened = codes.open(said.number(), said.queryCode());
        if (opened.size() > 1) {
            throw new DomainException(
                    KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at("/number", AppealProblem.QUERY_NUMBER_OF_MANY)));
        }
        return responses.plain(reopen.byCode(opened.getFirst(), said.reason()));
    }
}
