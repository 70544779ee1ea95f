package org.pengjiang.kit.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.log.DomainEvent;

/**
 * Who gave up which event of another service, and why.
 *
 * @param leavesGap the consumer accumulates, so that its figures lack what the event carried
 * @param missingSequence which of the subject's events it was; absent when the event could not say
 */
record EventDiscarded(
        String consumer,
        UUID subject,
        UUID eventId,
        String eventType,
        String place,
        String parkedFor,
        boolean leavesGap,
        @Nullable Long missingSequence,
        String why)
        implements DomainEvent {
    @Override
    public String type() {
        return "inbox.event-discarded.v1";
    }

    @Override
    public Audience audience() {
        return Audience.INTERNAL;
    }
}
