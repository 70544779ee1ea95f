package org.pengjiang.project.events;

import java.util.List;

/** A project has its special class; its people stand by account. */
public record SpecialClassOpened(String leader, String head, List<String> members) implements ProjectEvent {
    @Override
    public String type() {
        return "project.special-class-opened.v1";
    }
}
