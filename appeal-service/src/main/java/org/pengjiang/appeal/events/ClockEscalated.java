package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.kit.log.Audience;

/**
 * A clock has passed its due, nobody has answered since, and its next rung has come. How high the supervision stands now is said
 * by where the appeal stands.
 *
 * @param level above 100, in the order in which the rungs come
 * @param afterAmount how long after the due the rung is, in the unit of the policy
 */
public record ClockEscalated(
        @JsonUnwrapped AppealSnapshot standing,
        UUID clockId,
        String clock,
        String family,
        Instant dueAt,
        boolean provisional,
        int level,
        long afterAmount,
        String afterUnit,
        Instant firedAt)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.escalated.v1";
    }

    /** No guard reads how high the supervision stands. */
    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Audience audience() {
        return Audience.DIVISION;
    }
}
