package org.pengjiang.kit.log.audit;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.cursor.Cursors;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.load.Bulk;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Verification of the audit trail. */
@Path("/v1/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
class AuditResource {
    private static final String LIST = Cursors.list("verified subjects");

    private final AuditVerifier verifier;
    private final Cursors cursors;
    private final CurrentCaller caller;

    AuditResource(AuditVerifier verifier, Cursors cursors, CurrentCaller caller) {
        this.verifier = verifier;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Bulk
    @Path("/verify")
    @PermissionsAllowed("audit:verify")
    @Blocking
    @Operation(
            operationId = "verifyAuditTrail",
            summary = "Is the log what was written",
            description = "Compares rows, hash chain, count and head of one subject, or of all of them part by part.")
    public Verification verify(
            @Parameter(description = "one subject; absent for all") @QueryParam("subject") @Nullable UUID subject,
            @Parameter(description = "next of the answer before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "subjects per part")
                    @QueryParam("limit")
                    @DefaultValue("1000")
                    @Min(1) @Max(10_000) int limit) {
        DivisionScope scope = caller.get().scope();
        if (subject != null) {
            return verifier.verify(scope, subject).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        }
        return verifier.sweep(scope, cursor == null ? null : cursors.openId(LIST, cursor), limit)
                .withCursor(last -> cursors.sealId(LIST, last));
    }
}
