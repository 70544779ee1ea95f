package org.pengjiang.appeal.events;

import java.util.UUID;
import org.pengjiang.kit.log.DomainEvent;

/** The centre has dealt with a conflict. */
public record SourceConflictSettled(UUID conflictId, UUID appealId, String appealNo) implements DomainEvent {
    @Override
    public String type() {
        return "source-conflict.settled.v1";
    }
}
