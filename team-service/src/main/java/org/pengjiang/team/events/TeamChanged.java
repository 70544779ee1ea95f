package org.pengjiang.team.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team as it is now, after any change of what others may know. */
public record TeamChanged(
        UUID teamId,
        String code,
        String name,
        String kind,
        String group,
        @Nullable String divisionCode,
        @Nullable String unitCode,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String captainAccount,
        List<CaptainPeriod> captains)
        implements TeamEvent {
    @Override
    public String type() {
        return "team.changed.v1";
    }
}
