package org.pengjiang.kit.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bulk replay and how far it has come. */
@Schema(name = "ParkedEventReplay")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParkedEventReplay(
        UUID id,

        @Schema(description = "only events of this consumer; absent for all") @Nullable String consumer,

        @Schema(description = "only subjects with an event that was parked for it; absent for all") @Nullable Reason reason,

        @Schema(description = "only this subject; absent for all") @Nullable UUID subject,

        State state,

        @Schema(description = "subjects found at the start", examples = "12")
        long subjects,

        @Schema(description = "their parked events at the start", examples = "40")
        long found,

        @Schema(description = "subjects tried so far", examples = "12")
        long subjectsTried,

        @Schema(description = "events brought back so far", examples = "38")
        long applied,

        @Schema(description = "events of the tried subjects that stay parked", examples = "2")
        long stillParked,

        OffsetDateTime requestedAt,

        @Schema(description = "absent while it runs") @Nullable OffsetDateTime finishedAt) {

    /** Counts with every subject that was tried, and with the end. */
    long version() {
        return subjectsTried * 2 + (state == State.FINISHED ? 1 : 0);
    }

    /** Whether it is still at work. */
    @Schema(name = "ParkedEventReplayState")
    enum State {
        RUNNING,
        FINISHED
    }
}
