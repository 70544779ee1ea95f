package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The enterprise has its answer.
 *
 * @param unitAtDue who answers for it: of a late one whoever had the appeal at the due
 * @param chargedTo {@code UNIT}, or {@code CENTRE} where no unit had it
 */
public record AppealReplied(
        @JsonUnwrapped AppealSnapshot standing,
        Instant repliedAt,
        String result,
        boolean inTime,
        @Nullable String unitAtDue,
        String chargedTo)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.replied.v1";
    }

    @Override
    public boolean isForFollowers() {
        return true;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(
                new AppealReplied(standing.forEnterprise(), repliedAt, result, inTime, unitAtDue, chargedTo));
    }
}
