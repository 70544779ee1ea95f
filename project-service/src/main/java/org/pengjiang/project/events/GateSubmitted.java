package org.pengjiang.project.events;

import java.time.LocalDate;
import java.util.List;

/** A gate was asked for. */
public record GateSubmitted(
        int seq, String from, String to, LocalDate businessDate, List<String> confirmers, List<String> duplicates)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.gate-submitted.v1";
    }
}
