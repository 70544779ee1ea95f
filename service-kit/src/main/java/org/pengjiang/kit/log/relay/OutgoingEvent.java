package org.pengjiang.kit.log.relay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the relay needs of a row.
 *
 * @param sequence absent for a row that stays in the service
 */
record OutgoingEvent(
        Position position,
        UUID id,
        String type,
        UUID subject,
        long subjectVersion,
        @Nullable Long sequence,
        String division,
        Instant occurredAt,
        String data,
        @Nullable String traceParent) {

    /** The same for whoever has to learn that it was, and nothing more: nobody can read it, and nobody overlooks it. */
    OutgoingEvent withoutData() {
        return new OutgoingEvent(
                position, id, type, subject, subjectVersion, sequence, division, occurredAt, "", traceParent);
    }

    boolean isPublished() {
        return sequence != null;
    }
}
