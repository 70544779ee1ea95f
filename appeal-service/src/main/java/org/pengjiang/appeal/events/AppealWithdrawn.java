package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/**
 * Whoever appeals takes it back.
 *
 * @param by the enterprise, the partner's system that filed it, or whoever has its query code
 */
public record AppealWithdrawn(@JsonUnwrapped AppealSnapshot standing, Instant withdrawnAt, String reason, String by)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.withdrawn.v1";
    }

    @Override
    public boolean isForFollowers() {
        return true;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealWithdrawn(standing.forEnterprise(), withdrawnAt, reason, by));
    }
}
