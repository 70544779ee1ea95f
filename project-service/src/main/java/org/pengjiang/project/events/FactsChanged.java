package org.pengjiang.project.events;

import java.util.List;

/** Descriptive facts were changed: name, old and new value of each. */
public record FactsChanged(List<FactChange> changes) implements ProjectEvent {
    @Override
    public String type() {
        return "project.facts-changed.v1";
    }
}
