package org.pengjiang.appeal.model.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner's system has it.
 *
 * @param number that the system gave it
 * @param version that the system counts, where it counts any
 * @param outerDueAt when the system wants an answer
 */
@Embeddable
public record SourceRef(
        @Column(name = "source_system", updatable = false) String system,
        @Column(name = "external_id", updatable = false) String number,

        @Column(name = "source_version", updatable = false) @Nullable Long version,

        @Column(name = "outer_due_at", updatable = false) @Nullable Instant outerDueAt) {}
