package org.pengjiang.project.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project has entered the ledger.
 *
 * @param enterprises credit codes of the investors that have one; never the number of a natural person
 */
public record ProjectRegistered(
        UUID projectId,
        String projectNo,
        String name,
        String kind,
        String stage,
        boolean historical,
        @Nullable UUID parentProjectId,
        String divisionCode,
        List<String> enterprises)
        implements ProjectEvent {
    @Override
    public String type() {
        return "project.registered.v1";
    }
}
