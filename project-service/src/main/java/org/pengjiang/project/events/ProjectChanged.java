package org.pengjiang.project.events;

import java.util.List;
import java.util.UUID;

/**
 * What other services may know of a project beside its stage has changed. Carries all of it.
 *
 * @param enterprises credit codes of the investors that have one; never the number of a natural person
 */
public record ProjectChanged(UUID projectId, String projectNo, String divisionCode, List<String> enterprises)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.changed.v1";
    }
}
