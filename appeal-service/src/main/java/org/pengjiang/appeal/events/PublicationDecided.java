package org.pengjiang.appeal.events;

import org.pengjiang.kit.log.DomainEvent;

/** What was to be published is confirmed, rejected or withdrawn, or has expired. */
public record PublicationDecided(String kind, String outcome) implements DomainEvent {
    @Override
    public String type() {
        return "publication.decided.v1";
    }
}
