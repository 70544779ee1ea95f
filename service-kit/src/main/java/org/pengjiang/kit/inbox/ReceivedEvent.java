package org.pengjiang.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;

/**
 * One event as it came from Kafka.
 *
 * @param subjectVersion the version of the subject's log row
 * @param sequence 1, 2, 3 … over the published events of the subject: a gap means that one is missing
 */
public record ReceivedEvent(
        UUID id,
        String type,
        UUID subject,
        long subjectVersion,
        long sequence,
        DivisionCode division,
        Instant occurredAt,
        JsonNode data) {
    /** Reads what the event says. */
    public EventData fields() {
        return new EventData(data);
    }
}
