package org.pengjiang.project.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is recorded of one step through a gate. */
record Passage(
        Stage to,
        LocalDate businessDate,
        Instant recordedAt,
        String actor,
        @Nullable String actorUnit,
        Channel channel,
        @Nullable Integer requestSeq,
        @Nullable String reason,
        @Nullable SkipReason skipReason,
        boolean skipped,
        List<UUID> evidenceIds) {}
