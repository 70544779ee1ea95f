package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whoever urged has an answer.
 *
 * @param byReply whether the reply to the appeal was the answer
 * @param inTime not for the enterprise: to answer in time is what the offices owe each other
 */
public record UrgeAnswered(
        @JsonUnwrapped AppealSnapshot standing,
        int urge,
        Instant answeredAt,
        boolean byReply,
        @Nullable Boolean inTime) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.urge-answered.v1";
    }

    /** No other command depends on it: whoever works on the appeal goes on. */
    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new UrgeAnswered(standing.forEnterprise(), urge, answeredAt, byReply, null));
    }
}
