package org.pengjiang.appeal.events;

import org.pengjiang.kit.log.DomainEvent;

/** Somebody wants to publish a calendar, a time policy or a catalogue, which a second person has to confirm. */
public record PublicationProposed(String kind, String documentNo) implements DomainEvent {
    @Override
    public String type() {
        return "publication.proposed.v1";
    }
}
