package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** Its handler has signed for it, or the limit has passed. */
public record AppealSigned(@JsonUnwrapped AppealStanding standing, Instant signedAt, boolean automatic, boolean inTime)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.signed.v1";
    }
}
