package org.pengjiang.team.credit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.OwnDistrict;

/** Whether the ledger is what it should be. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credit")
public class CreditResource {
    private final Reconciliation reconciliation;
    private final Rebuild rebuild;
    private final OwnDistrict ownDistrict;
    private final CurrentCaller caller;

    CreditResource(Reconciliation reconciliation, Rebuild rebuild, OwnDistrict ownDistrict, CurrentCaller caller) {
        this.reconciliation = reconciliation;
        this.rebuild = rebuild;
        this.ownDistrict = ownDistrict;
        this.caller = caller;
    }

    @GET
    @Path("/credits/reconciliation")
    @PermissionsAllowed("credit:reconcile")
    @Operation(
            operationId = "reconcileCredit",
            summary = "Compares the teams' credit with the district's, event by event, and the rollup with both",
            description =
                    "The district's totals come from the project events without splitting, so equality proves the "
                            + "split: to the fen and to 0.0001 of a project.")
    public ReconciliationView reconcile(
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year,
            @QueryParam("division") @Nullable String division) {
        return reconciliation.of(ownDistrict.inside(division), year);
    }

    @POST
    @Path("/admin/credits/rebuild-check")
    @PermissionsAllowed("credit:check-rebuild")
    @Operation(
            operationId = "checkRebuild",
            summary = "Builds the ledger again from the first event and compares it with the one that stands",
            description = "Writes nothing; reads the whole topic, so it takes as long as the history is.")
    public RebuildView rebuildCheck() {
        return rebuild.compare(caller.get().scope());
    }
}
