package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has tried to ask the enterprise what it says of a reply. What the answer brings about follows as events of their own.
 *
 * @param callback the number of the call-back
 * @param calledRound the round that it asks about
 * @param attempt the number of the attempt
 * @param status how the call-back stands now
 * @param superseded another answer to the same round counted already; absent without an answer
 */
public record EnterpriseCalledBack(
        @JsonUnwrapped AppealSnapshot standing,
        Instant calledAt,
        int callback,
        String occasion,
        int calledRound,
        int attempt,
        String outcome,
        String status,
        @Nullable String solved,
        @Nullable Integer stars,
        @Nullable Boolean superseded)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.called-back.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new EnterpriseCalledBack(
                standing.forEnterprise(),
                calledAt,
                callback,
                occasion,
                calledRound,
                attempt,
                outcome,
                status,
                solved,
                stars,
                superseded));
    }
}
