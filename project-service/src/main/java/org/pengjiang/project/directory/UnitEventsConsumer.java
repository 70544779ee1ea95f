package org.pengjiang.project.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Follows the units of team-service; a consumer of its own, so that it also reads what was said before there was one. */
@ApplicationScoped
class UnitEventsConsumer implements EventConsumer {
    private final RememberUnit remember;

    UnitEventsConsumer(RememberUnit remember) {
        this.remember = remember;
    }

    @Override
    public String name() {
        return "project.known-units";
    }

    @Override
    public String topic() {
        return "team.events";
    }

    @Override
    public Set<String> applies() {
        return Set.of("unit.registered.v1");
    }

    @Override
    public Set<String> ignores() {
        return Set.of("team.registered.v1", "team.changed.v1", "pledge.signed.v1");
    }

    @Override
    public boolean needsEveryEvent() {
        return false;
    }

    @Override
    public void apply(ReceivedEvent event) {
        remember.remember(event);
    }
}
