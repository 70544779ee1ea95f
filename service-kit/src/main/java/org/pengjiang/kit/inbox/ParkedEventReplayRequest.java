package org.pengjiang.kit.inbox;

import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which parked events are tried again; what is absent narrows nothing. */
@Schema(name = "ParkedEventReplayRequest")
record ParkedEventReplayRequest(
        @Schema(description = "only events of this consumer 只重放该消费者的事件")
        @Nullable @Pattern(regexp = "[a-z0-9.-]{1,100}", message = "{such.as} service.calendars") String consumer,

        @Schema(description = "only subjects with an event that was parked for it 只重放因此搁置的主体") @Nullable Reason reason,

        @Schema(description = "only this subject 只重放该主体") @Nullable UUID subject) {}
