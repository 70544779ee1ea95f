package org.pengjiang.appeal.merging;

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
import org.pengjiang.appeal.model.view.AppealOutlines;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Rating the answer to the appeal that one's own follows, without an account. */
@Path("/v1/appeals/lookup/master-rating")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Query code")
class MasterRatingByCodeResource {
    private final QueryCodes codes;
    private final RateMaster rate;
    private final AppealOutlines outlines;
    private final Responses responses;

    MasterRatingByCodeResource(QueryCodes codes, RateMaster rate, AppealOutlines outlines, Responses responses) {
        this.codes = codes;
        this.rate = rate;
        this.outlines = outlines;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermitAll
    @Operation(
            operationId = "rateMasterByCode",
            summary = "Rate the answer to the appeal that one's own follows, by number and query code (凭查询码评价主诉求的答复)",
            description =
                    "Needs no token; number and code are the caller that an Idempotency-Key belongs to. A wrong code is answered as when"
                            + " looking up.")
    @APIResponseSchema(AppealOutline.class)
    public Response rate(@NotNull @Valid MasterRatingByCode said) {
        List<UUID> opened = codes.open(said.number(), said.queryCode());
        if (opened.size() > 1) {
            throw new DomainException(
                    KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at("/number", AppealProblem.QUERY_NUMBER_OF_MANY)));
        }
        return responses.plain(outlines.outline(rate.byCode(opened.getFirst(), said.rating())));
    }
}
