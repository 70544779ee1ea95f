package org.pengjiang.project.lookup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a list of investors. */
record InvestorSummary(
        UUID id,
        String name,
        @Nullable String idType,
        @Nullable String idNo,
        String country,
        long version) {}
