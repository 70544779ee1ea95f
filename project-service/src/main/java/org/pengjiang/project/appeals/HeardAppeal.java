package org.pengjiang.project.appeals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.inbox.ReceivedEvent;

/**
 * How an appeal stands after an event.
 *
 * @param breached the event says that a clock of the enterprise has passed its due; the clocks of units are their own matter
 */
record HeardAppeal(
        UUID id, String no, @Nullable UUID project, String state, boolean open, boolean breached, long version) {
    private static final String BREACHED = "appeal.breached.v1";

    static final Set<String> TYPES = Set.of(
            "appeal.submitted.v1",
            "appeal.accepted.v1",
            "appeal.dispatched.v1",
            "appeal.signed.v1",
            "appeal.contacted.v1",
            "appeal.deadline-revised.v1",
            "appeal.warned.v1",
            BREACHED,
            "appeal.replied.v1",
            "appeal.rated.v1",
            "appeal.closed.v1");

    /** An event without what it promises is parked, not guessed at. */
    static HeardAppeal of(ReceivedEvent event) {
        JsonNode data = event.data();
        if (!data.path("open").isBoolean()) {
            throw new IllegalArgumentException("an appeal event without open");
        }
        return new HeardAppeal(
                event.subject(),
                text(data, "appealNo"),
                data.hasNonNull("projectId") ? UUID.fromString(text(data, "projectId")) : null,
                text(data, "state"),
                data.path("open").booleanValue(),
                event.type().equals(BREACHED) && text(data, "family").equals("ENTERPRISE"),
                event.subjectVersion());
    }

    private static String text(JsonNode data, String field) {
        if (!data.path(field).isTextual()) {
            throw new IllegalArgumentException("an appeal event without " + field);
        }
        return data.path(field).asText();
    }
}
