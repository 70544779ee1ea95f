package org.pengjiang.team.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The captain signed. */
public record PledgeSigned(
        UUID teamId,
        String teamCode,
        int year,
        int version,
        String documentHash,
        LocalDate signedOn,
        String signedByAccount,
        @Nullable String resolutionNo)
        implements TeamEvent {
    @Override
    public String type() {
        return "pledge.signed.v1";
    }
}
