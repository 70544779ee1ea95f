package org.pengjiang.project.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gate was passed. Carries what the credit ledger needs, so that nobody has to ask back.
 *
 * @param historical entered later by the office for a past year
 * @param seq numbers the transitions of the project from 1
 * @param agreementAmountYuan present from SIGNED on
 * @param incrementYuan what an EXPANSION adds, where it is not the whole amount
 */
public record StageChanged(
        UUID projectId,
        String projectNo,
        String kind,
        String from,
        String to,
        LocalDate businessDate,
        String channel,
        boolean historical,
        int seq,
        @Nullable String chainCode,
        boolean manufacturing,
        @Nullable String plannedTotalYuan,
        @Nullable String agreementAmountYuan,
        @Nullable UUID parentProjectId,
        @Nullable String incrementYuan,
        @Nullable Boolean separateFilingCode,
        List<String> tags,
        List<ShareLine> shares,
        @Nullable String unitCode)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.stage-changed.v1";
    }
}
