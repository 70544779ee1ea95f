package org.pengjiang.note.surface;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Promises one thing in the OpenAPI document and answers another. */
@Path("/v1/lies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lies")
class LyingResource {
    record Truth(String said, int times) {}

    @GET
    @Path("{how}")
    @PermissionsAllowed("note:write")
    @Operation(operationId = "askALiar", summary = "Says something else (说谎)")
    @APIResponseSchema(Truth.class)
    public Response ask(@PathParam("how") String how, @QueryParam("cursor") String cursor) {
        Map<String, Object> answer = switch (how) {
            case "more" -> Map.of("said", "yes", "times", 1, "secret", "more");
            case "less" -> Map.of("said", "yes");
            case "other" -> Map.of("said", 1, "times", 1);
            default -> Map.of("said", "yes", "times", 1);
        };
        return Response.ok(answer).build();
    }
}
