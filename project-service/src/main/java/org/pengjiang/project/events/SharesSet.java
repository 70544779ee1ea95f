package org.pengjiang.project.events;

import java.time.LocalDate;
import java.util.List;

/** Shares were agreed before signing; nobody counts them yet. */
public record SharesSet(LocalDate validFrom, List<ShareLine> shares) implements ProjectEvent {
    @Override
    public String type() {
        return "project.shares-set.v1";
    }
}
