package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether it is solved and how satisfied the enterprise is; automatic when it did not say. */
public record AppealRated(
        @JsonUnwrapped AppealSnapshot standing,
        Instant ratedAt,
        @Nullable String solved,
        @Nullable Integer stars,
        boolean automatic)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.rated.v1";
    }
}
