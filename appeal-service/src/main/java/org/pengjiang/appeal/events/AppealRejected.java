package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/**
 * The centre does not accept it.
 *
 * @param objectionUntil the end of the window in which the enterprise may object
 */
public record AppealRejected(
        @JsonUnwrapped AppealSnapshot standing, Instant rejectedAt, String code, Instant objectionUntil)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.rejected.v1";
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new AppealRejected(standing.forEnterprise(), rejectedAt, code, objectionUntil));
    }
}
