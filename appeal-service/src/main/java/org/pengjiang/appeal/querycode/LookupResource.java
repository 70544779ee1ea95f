package org.pengjiang.appeal.querycode;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.QueryCodes;
import org.pengjiang.appeal.model.view.AppealOutline;
import org.pengjiang.appeal.model.view.AppealOutlines;

/** Looking up without an account. */
@Path("/v1/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Query code")
class LookupResource {
    private final QueryCodes codes;
    private final Appeals appeals;
    private final AppealOutlines outlines;

    LookupResource(QueryCodes codes, Appeals appeals, AppealOutlines outlines) {
        this.codes = codes;
        this.appeals = appeals;
        this.outlines = outlines;
    }

    @POST
    @Path("/lookup")
    @PermitAll
    @Operation(
            operationId = "lookUpAppeal",
            summary = "How an appeal stands, by number and query code (凭查询码查询)",
            description =
                    "Needs no token. States and promised dates alone, no text. A wrong code and an unknown number are answered alike;"
                            + " five wrong tries lock the number for an hour, also for the right code, and that is answered alike too.")
    public LookupAnswer lookUp(@NotNull @Valid QueryByCode said) {
        List<AppealOutline> found = appeals.ofQueryCode(codes.open(said.number(), said.queryCode())).stream()
                .map(outlines::outline)
                .toList();
        return new LookupAnswer(found);
    }
}
