package org.pengjiang.project.events;

import java.util.List;

/** An admission case was decided. */
public record AdmissionDecided(
        int seq,
        String decision,
        String meetingNo,
        List<String> conditions,
        List<String> vetoes,
        List<String> withoutOpinion)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.admission-decided.v1";
    }
}
