package org.pengjiang.project.events;

import java.time.LocalDate;

/** A new agreement amount waits for a second person. */
public record AmountRevisionProposed(int seq, String agreementAmountYuan, LocalDate businessDate, String reason)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.amount-revision-proposed.v1";
    }
}
