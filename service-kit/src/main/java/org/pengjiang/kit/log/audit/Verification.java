package org.pengjiang.kit.log.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a verification has seen. */
@Schema(name = "AuditVerification")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verification(
        @Schema(description = "true when nothing was found") boolean intact,
        @Schema(description = "subjects looked at") long subjects,
        @Schema(description = "rows looked at") long rows,
        List<Finding> findings,

        @Schema(
                description =
                        "true when there are more findings than are shown; of each subject the first is shown, up to 2000")
        boolean truncated,

        @Schema(description = "the cursor of the next part; absent when everything was looked at") @Nullable String next) {

    /** The same with a cursor for the subject at which the next part begins. */
    Verification withCursor(Function<UUID, String> cursor) {
        return next == null
                ? this
                : new Verification(intact, subjects, rows, findings, truncated, cursor.apply(UUID.fromString(next)));
    }
}
