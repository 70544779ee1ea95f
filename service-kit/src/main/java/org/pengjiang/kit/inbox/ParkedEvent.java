package org.pengjiang.kit.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A parked event as an administrator sees it: what and why, not what it says. */
@Schema(name = "ParkedEvent")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParkedEvent(
        UUID id,
        String consumer,
        UUID subject,
        UUID eventId,
        String type,

        @Schema(description = "absent when the event cannot be read") @Nullable String division,

        Reason reason,
        int tries,
        OffsetDateTime parkedAt,

        @Schema(description = "where it lies in Kafka: topic/partition/offset")
        String place) {

    /** Documents the answer of the list. */
    @Schema(name = "ParkedEvents")
    record Part(List<ParkedEvent> items, @Nullable String next) {}
}
