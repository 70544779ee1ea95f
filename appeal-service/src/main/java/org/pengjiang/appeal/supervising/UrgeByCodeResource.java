package org.pengjiang.appeal.supervising;

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

/** Urging without an account. */
@Path("/v1/appeals/lookup/urge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Query code")
class UrgeByCodeResource {
    private final QueryCodes codes;
    private final UrgeAppeal urge;
    private final AppealOutlines outlines;
    private final Responses responses;

    UrgeByCodeResource(QueryCodes codes, UrgeAppeal urge, AppealOutlines outlines, Responses responses) {
        this.codes = codes;
        this.urge = urge;
        this.outlines = outlines;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermitAll
    @Operation(
            operationId = "urgeAppealByCode",
            summary = "Urge by number and query code (凭查询码催办)",
            description =
                    "Needs no token; number and code are the caller that an Idempotency-Key belongs to. A wrong code is answered as when"
                            + " looking up. Once in four working hours, and not before the last urge is answered.")
    @APIResponseSchema(AppealOutline.class)
    public Response urge(@NotNull @Valid UrgeByCode said) {
        List<UUID> opened = codes.open(said.number(), said.queryCode());
        if (opened.size() > 1) {
            throw new DomainException(
                    KitProblem.VALUE_UNACCEPTABLE, List.of(Fault.at("/number", AppealProblem.QUERY_NUMBER_OF_MANY)));
        }
        return responses.plain(outlines.outline(urge.urgeByCode(opened.getFirst(), said.text())));
    }
}
