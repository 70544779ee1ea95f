package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/** Its handler has signed for it, or the limit has passed. */
public record AppealSigned(@JsonUnwrapped AppealSnapshot standing, Instant signedAt, boolean automatic, boolean inTime)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.signed.v1";
    }

    /** When, and not how fast: to sign in time is what the offices owe each other. */
    @Override
    public boolean isForFollowers() {
        return true;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new ForEnterprise(standing.forEnterprise(), signedAt));
    }

    private record ForEnterprise(@JsonUnwrapped AppealSnapshot standing, Instant signedAt) {}
}
