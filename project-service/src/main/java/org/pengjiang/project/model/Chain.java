package org.pengjiang.project.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One chain of one version of the catalogue.
 *
 * @param tier 3 or 2, as in "3+2"
 * @param industryPrefixes codes that propose this chain; a prefix can propose two, the user's choice wins
 */
public record Chain(
        int version,
        String code,
        int tier,
        String nameZh,
        String nameEn,
        List<String> industryPrefixes,
        LocalDate validFrom,
        @Nullable String documentNo,
        boolean assumption) {}
