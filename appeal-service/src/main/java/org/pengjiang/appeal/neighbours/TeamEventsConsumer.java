package org.pengjiang.appeal.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Follows team-service for the units that an appeal may be dispatched to. */
@ApplicationScoped
class TeamEventsConsumer implements EventConsumer {
    private final UpdateUnitCopy units;

    TeamEventsConsumer(UpdateUnitCopy units) {
        this.units = units;
    }

    @Override
    public String name() {
        return "appeal.known-units";
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

    /** Each event carries the whole unit, so that the newest alone is enough. */
    @Override
    public boolean needsEveryEvent() {
        return false;
    }

    @Override
    public void apply(ReceivedEvent event) {
        units.remember(event.subject(), event.subjectVersion(), event.fields());
    }
}
