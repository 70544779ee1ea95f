package org.pengjiang.appeal.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.DomainEvent;

/** A partner's system has sent an appeal again with another content. */
public record SourceConflictNoted(
        UUID conflictId,
        UUID appealId,
        String appealNo,
        @Nullable Long sourceVersion,
        List<String> pointers) implements DomainEvent {
    @Override
    public String type() {
        return "source-conflict.noted.v1";
    }
}
