package org.pengjiang.appeal.lookup;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.identity.CurrentCaller;

/** How many appeals there are. A class of its own: the address of one appeal would take the word for its id. */
@Path("/v1/appeals/counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class AppealCountResource {
    private final AppealCountQueries counts;
    private final CurrentCaller caller;

    AppealCountResource(AppealCountQueries counts, CurrentCaller caller) {
        this.counts = counts;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "countAppeals",
            summary = "How many appeals are open, and how many ended in some days, by state and unit (诉求数量统计)",
            description =
                    "Of those that the caller's list shows. Open ones as they stand now; ended ones of at most 367 days, the last thirty if no"
                            + " day is given.")
    public AppealCounts count(@BeanParam @Valid CountFilter filter) {
        return counts.of(caller.get(), filter);
    }
}
