package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The enterprise has its answer. */
public record AppealReplied(@JsonUnwrapped AppealSnapshot standing, Instant repliedAt, String result, boolean inTime)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.replied.v1";
    }
}
