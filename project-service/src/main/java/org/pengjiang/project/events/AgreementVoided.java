package org.pengjiang.project.events;

/** An agreement was recorded wrongly. */
public record AgreementVoided(int seq, String no, String reason) implements ProjectEvent {
    @Override
    public String type() {
        return "project.agreement-voided.v1";
    }
}
