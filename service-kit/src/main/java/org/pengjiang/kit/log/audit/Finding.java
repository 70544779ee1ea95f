package org.pengjiang.kit.log.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One place where the log is not what was written. */
@Schema(name = "AuditFinding")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(
        Kind kind,
        UUID subject,
        String subjectType,

        @Schema(description = "the row of the subject that is concerned") @Nullable Long subjectVersion,

        @JsonIgnore String division) {

    /** What is wrong. */
    @Schema(name = "AuditFindingKind")
    enum Kind {
        /** The row's hash is not that of its fields. */
        ROW_CHANGED,
        /** A party that the row names does not find it in its feed: the index of the parties is to be rebuilt. */
        PARTY_NOT_INDEXED,
        /** The row does not continue the one before it. */
        CHAIN_BROKEN,
        /** A row in between is missing. */
        ROW_MISSING,
        /** The newest rows are missing: the subject counts more. */
        LAST_ROW_MISSING,
        /** A row that the subject does not know of. */
        ROW_INSERTED,
        /** The newest row is not the one the subject names. */
        HEAD_DIFFERS,
        /** Rows of a subject that does not exist. */
        SUBJECT_MISSING,
        /** A published anchor does not match the rows it was made of. */
        ANCHOR_DIFFERS
    }
}
