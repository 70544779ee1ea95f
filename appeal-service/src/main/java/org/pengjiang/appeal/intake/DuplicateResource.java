package org.pengjiang.appeal.intake;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.identity.CurrentCaller;

/** Asking before filing whether the matter was filed already. */
@Path("/v1/appeals/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class DuplicateResource {
    private final FindDuplicates duplicates;
    private final CurrentCaller caller;

    DuplicateResource(FindDuplicates duplicates, CurrentCaller caller) {
        this.duplicates = duplicates;
        this.caller = caller;
    }

    @POST
    @Path("/check")
    @PermissionsAllowed("appeal:file")
    @Operation(
            operationId = "checkDuplicates",
            summary = "Appeals that may be about the same (查重)",
            description =
                    "Of the same enterprise and category, received within 90 days, and open or similar (60 percent of the pairs of"
                            + " characters of title and text, an assumption). At most five, the most similar first, and only"
                            + " what the caller sees. It changes nothing and hinders no filing.")
    public DuplicateCandidates check(@NotNull @Valid DuplicateCheck said) {
        return new DuplicateCandidates(duplicates.find(said, caller.get()));
    }
}
