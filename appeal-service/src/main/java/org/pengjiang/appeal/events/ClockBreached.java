package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.kit.log.Audience;

/** A clock has passed its due unanswered. */
public record ClockBreached(
        @JsonUnwrapped AppealSnapshot standing,
        UUID clockId,
        String clock,
        String family,
        Instant dueAt,
        boolean provisional,
        Instant breachedAt)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.breached.v1";
    }

    /** Each command notes what is overdue before it is carried out, so that it makes no difference who noted it first. */
    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Audience audience() {
        return AppealEvent.audienceOf(family);
    }
}
