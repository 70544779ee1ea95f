package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks whoever handles the appeal to go on with it.
 *
 * @param urge its number among those of the appeal
 * @param by ENTERPRISE, PARTNER, SUPERVISOR or CENTRE
 * @param answerDueAt until when the handler answers; not for the enterprise
 */
public record AppealUrged(
        @JsonUnwrapped AppealSnapshot standing,
        int urge,
        Instant urgedAt,
        String by,
        @Nullable Instant answerDueAt) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.urged.v1";
    }

    /** No other command depends on it: whoever works on the appeal goes on. */
    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealUrged(standing.forEnterprise(), urge, urgedAt, by, null));
    }
}
