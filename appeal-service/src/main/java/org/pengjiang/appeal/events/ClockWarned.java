package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.kit.log.Audience;

/** A clock has used up a part of its time. */
public record ClockWarned(
        @JsonUnwrapped AppealSnapshot standing,
        UUID clockId,
        String clock,
        String family,
        Instant dueAt,
        boolean provisional,
        int percent,
        Instant firedAt)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.warned.v1";
    }

    /** No command depends on a warning: time has passed with it and without it. */
    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Audience audience() {
        return Audience.DIVISION;
    }
}
