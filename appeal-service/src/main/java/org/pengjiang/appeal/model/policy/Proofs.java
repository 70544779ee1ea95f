package org.pengjiang.appeal.model.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.settings.Settings;

/** What the district of a division has decided that clocks go by. */
@ApplicationScoped
public class Proofs {
    /** As it is shipped, for what was decided before a district could decide it. */
    private static final int RECORD_DAYS = 30;

    private final Settings settings;
    private final Clock clock;

    Proofs(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** How many days an appeal may have been received before it is filed. */
    public int receivedDaysBack(DivisionCode division) {
        return today(division, "receivedDaysBack");
    }

    /** How long a call has to last to count as a contact. */
    public int shortestCallSeconds(DivisionCode division) {
        return today(division, "shortestCallSeconds");
    }

    /** For how many days it is said that a record was given for another enterprise. */
    public int recordDays(DivisionCode division) {
        return node(division, "recordDays").asInt(RECORD_DAYS);
    }

    private int today(DivisionCode division, String member) {
        return node(division, member).intValue();
    }

    private JsonNode node(DivisionCode division, String member) {
        JsonNode proofs = settings.at(division.district().orElseThrow(), AppealSettings.PROOFS, LocalDate.now(clock))
                .value();
        return proofs.path(member);
    }
}
