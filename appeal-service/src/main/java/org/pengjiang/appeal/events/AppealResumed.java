package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The promises to the enterprise go on.
 *
 * @param cause why they paused
 * @param number of the question or of the suspension
 * @param by {@code ANSWER}, {@code OBJECTION}, {@code WINDOW} where nobody has answered, or {@code OFFICE}
 * @param resolveDueAt when the reply is due now
 */
public record AppealResumed(
        @JsonUnwrapped AppealSnapshot standing,
        Instant resumedAt,
        String cause,
        int number,
        String by,
        @Nullable Instant resolveDueAt)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.resumed.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealResumed(standing.forEnterprise(), resumedAt, cause, number, by, resolveDueAt));
    }
}
