package org.pengjiang.project.events;

/** A gate request ended without the gate being passed. */
public record GateClosed(int seq, String to, String outcome, String reason) implements ProjectEvent {
    @Override
    public String type() {
        return "project.gate-closed.v1";
    }
}
