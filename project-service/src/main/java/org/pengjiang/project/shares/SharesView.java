package org.pengjiang.project.shares;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Share;

/** The shares as they stand. */
record SharesView(UUID projectId, @Nullable LocalDate validFrom, List<Share> shares) {
    static SharesView of(InvestmentProject project) {
        return new SharesView(
                project.id(),
                project.sharesValidFrom().orElse(null),
                project.shares().lines());
    }
}
