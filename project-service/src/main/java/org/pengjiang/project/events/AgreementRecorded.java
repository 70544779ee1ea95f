package org.pengjiang.project.events;

import java.time.LocalDate;

/** An agreement was recorded; it counts only once the gate SIGNED is passed. */
public record AgreementRecorded(int seq, String no, String kind, LocalDate signedOn, String amountYuan)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.agreement-recorded.v1";
    }
}
