package org.pengjiang.project.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Follows team-service. */
@ApplicationScoped
class TeamEventsConsumer implements EventConsumer {
    private final RememberTeam remember;

    TeamEventsConsumer(RememberTeam remember) {
        this.remember = remember;
    }

    @Override
    public String name() {
        return "project.known-teams";
    }

    @Override
    public String topic() {
        return "team.events";
    }

    @Override
    public Set<String> applies() {
        return Set.of("team.registered.v1", "team.changed.v1");
    }

    @Override
    public Set<String> ignores() {
        return Set.of("unit.registered.v1", "pledge.signed.v1");
    }

    /** Each event carries the whole team, so that the newest alone is enough. */
    @Override
    public boolean needsEveryEvent() {
        return false;
    }

    @Override
    public void apply(ReceivedEvent event) {
        remember.remember(event);
    }
}
