package org.pengjiang.project.catalogue;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.project.model.Chain;
import org.pengjiang.project.model.Chains;
import org.pengjiang.project.model.ThresholdPolicies;
import org.pengjiang.project.model.TimeLimits;

/** Data that the rules rest on, with its version and whether it is an assumption. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class CatalogueResource {
    private final Chains chains;
    private final ThresholdPolicies policies;
    private final TimeLimits limits;
    private final CurrentCaller caller;
    private final Clock clock;

    CatalogueResource(Chains chains, ThresholdPolicies policies, TimeLimits limits, CurrentCaller caller, Clock clock) {
        this.chains = chains;
        this.policies = policies;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/chains")
    @Authenticated
    @Operation(operationId = "listChains", summary = "The \"3+2\" industry chains of the version in force (产业链目录)")
    public List<Chain> chains() {
        return chains.inForceOn(LocalDate.now(clock));
    }

    @GET
    @Path("/threshold-policies")
    @Authenticated
    @Operation(operationId = "listThresholdPolicies", summary = "Every version of the entry thresholds (准入门槛)")
    public List<ThresholdPolicyView> policies() {
        int workdays = limits.opinionWorkdays(caller.get().division());
        return policies.all().stream()
                .map(policy -> ThresholdPolicyView.of(policy, workdays))
                .toList();
    }
}
