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

    boolean isPublished() {
        return sequence != null;
    }
}
