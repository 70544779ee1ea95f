package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first verified contact of a round.
 *
 * @param unitAtDue who answers for it: of a late one whoever had the appeal at the due
 * @param chargedTo {@code UNIT}, or {@code CENTRE} where no unit had it
 */
public record EnterpriseContacted(
        @JsonUnwrapped AppealSnapshot standing,
        Instant contactedAt,
        String channel,
        boolean inTime,
        @Nullable String unitAtDue,
        String chargedTo)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.contacted.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(
                new EnterpriseContacted(standing.forEnterprise(), contactedAt, channel, inTime, unitAtDue, chargedTo));
    }
}
