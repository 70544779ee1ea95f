package org.pengjiang.project.events;

/** One of those who must confirm has confirmed. */
public record GateConfirmed(int seq, String to, String role) implements ProjectEvent {
    @Override
    public String type() {
        return "project.gate-confirmed.v1";
    }
}
