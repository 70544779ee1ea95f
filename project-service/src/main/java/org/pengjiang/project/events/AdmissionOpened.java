package org.pengjiang.project.events;

import java.util.List;

/** The figures were frozen against a threshold policy and the departments asked. */
public record AdmissionOpened(int seq, String thresholdVersion, List<String> departments) implements ProjectEvent {
    @Override
    public String type() {
        return "project.admission-opened.v1";
    }
}
