package org.pengjiang.appeal.deadlines;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.Texts;

/** Why a clock of an appeal is due when it is. */
@Path("/v1/appeals/{id}/clocks/{clock}/explain")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
public class ClockExplanationResource {
    private final ExplainClock explainClock;
    private final CurrentCaller caller;

    ClockExplanationResource(ExplainClock explainClock, CurrentCaller caller) {
        this.explainClock = explainClock;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "explainClock",
            summary = "Why a clock is due when it is, in sentences and day by day (时限说明)",
            description =
                    "The clock is named by its id, or by its type (CONTACT, RESOLVE, LIMIT, SIGN …) for the newest of "
                            + "that type. The sentences come in the language of Accept-Language. An enterprise sees the clocks that "
                            + "protect it.")
    public ClockExplanation explain(
            @PathParam("id") UUID id,
            @PathParam("clock") String clock,
            @HeaderParam("Accept-Language") @Nullable String language) {
        return explainClock.explain(id, clock, caller.get(), Texts.of("explain", Language.of(language)));
    }
}
