package org.pengjiang.appeal.withdrawing;

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

/** Taking an appeal back without an account. */
@Path("/v1/appeals/lookup/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Query code")
class WithdrawalByCodeResource {
    private final QueryCodes codes;
    private final WithdrawAppeal withdraw;
    private final AppealOutlines outlines;
    private final Responses responses;

    WithdrawalByCodeResource(QueryCodes codes, WithdrawAppeal withdraw, AppealOutlines outlines, Responses responses) {
        this.codes = codes;
        this.withdraw = withdraw;
        this.outlines = outlines;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermitAll
    @Operation(
            operationId = "withdrawAppealByCode",
            summary = "Take an appeal back by number and query code (凭查询码撤回)",
            description =
                    "Needs no token; number and code are the caller that an Idempotency-Key belongs to. A wrong code is answered as when"
                            + " looking up.")
    @APIResponseSchema(AppealOutline.class)
    public Response withdraw(@NotNull @Valid WithdrawalByCode said) {
        List<UUID> opened = codes.open(said.number(), said.queryCode());
        if (opened.size() > 1) {
            throw new DomainException(
                    KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at("/number", AppealProblem.QUERY_NUMBER_OF_MANY)));
        }
        return responses.plain(outlines.outline(withdraw.byCode(opened.getFirst(), said.withdrawal())));
    }
}
