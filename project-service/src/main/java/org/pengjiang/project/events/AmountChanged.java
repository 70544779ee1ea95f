package org.pengjiang.project.events;

import java.time.LocalDate;
import java.util.UUID;

/** The amount of a signed agreement was revised and confirmed by a second person. */
public record AmountChanged(
        UUID projectId,
        String projectNo,
        LocalDate businessDate,
        String agreementAmountYuan,
        String previousAmountYuan,
        String reason)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.amount-changed.v1";
    }
}
