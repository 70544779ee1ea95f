package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether what was filed as an emergency is one.
 *
 * @param outcome CONFIRMED, CONFIRMED_BY_SILENCE or REFUSED
 */
public record EmergencyJudged(@JsonUnwrapped AppealSnapshot standing, Instant judgedAt, String outcome)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.emergency-judged.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new EmergencyJudged(standing.forEnterprise(), judgedAt, outcome));
    }
}
