package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** Closed. */
public record AppealClosed(@JsonUnwrapped AppealSnapshot standing, Instant closedAt, String by) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.closed.v1";
    }
}
