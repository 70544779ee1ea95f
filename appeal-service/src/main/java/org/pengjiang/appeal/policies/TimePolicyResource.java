package org.pengjiang.appeal.policies;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.policy.TimePolicies;

/** How fast things have to go. */
@Path("/v1/time-policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
class TimePolicyResource {
    private final TimePolicies policies;

    TimePolicyResource(TimePolicies policies) {
        this.policies = policies;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listTimePolicies",
            summary = "Every version of the time policy, the newest last (时限规则)",
            description =
                    "In force for what is received from `validFrom` on. Where a clock has several targets, the one"
                            + " that is due first binds; PLAN, RESOLVE and LIMIT count from the receipt, and none of them"
                            + " is due after the next: one that would be is cut to it.")
    public List<TimePolicyView> list() {
        return policies.all().stream().map(TimePolicyView::of).toList();
    }
}
