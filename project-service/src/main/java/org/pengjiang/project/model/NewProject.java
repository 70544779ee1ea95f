package org.pengjiang.project.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a project begins with.
 *
 * @param chainVersion the catalogue version its chain was chosen from
 * @param externalId the source's own number, only for a historic import
 */
public record NewProject(
        UUID id,
        String no,
        ProjectFacts facts,
        @Nullable Integer chainVersion,
        String registeredBy,
        Instant registeredAt,
        LocalDate on,
        @Nullable String externalId) {}
