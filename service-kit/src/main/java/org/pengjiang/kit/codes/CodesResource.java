package org.pengjiang.kit.codes;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The names are the same for everybody and change with a release only. */
@Path("/v1/codes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Codes")
class CodesResource {
    /** Nothing stored stands behind the lists: the hash of the ETag alone tells two of them apart. */
    private static final long NO_VERSION = 0;

    private final Codes codes;
    private final Responses responses;

    CodesResource(Codes codes, Responses responses) {
        this.codes = codes;
        this.responses = responses;
    }

    @GET
    @Authenticated
    @Blocking
    @Operation(
            operationId = "listCodes",
            summary = "What all constants are called",
            description = "Every type of constants that stands in this document, with the names in both languages."
                    + " Keep the answer and ask with its ETag: it changes with a release only.")
    @APIResponseSchema(CodeLists.class)
    public Response list() {
        return responses.ok(NO_VERSION, codes.all());
    }

    @GET
    @Path("/{name}")
    @Authenticated
    @Blocking
    @Operation(operationId = "getCodes", summary = "What the constants of one type are called")
    @APIResponseSchema(CodeList.class)
    public Response one(
            @Parameter(description = "the type 代码表", example = "ApprovalOutcome") @PathParam("name") String name) {
        return responses.ok(NO_VERSION, codes.named(name).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND)));
    }
}
