package org.pengjiang.team.credit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.team.model.Metric;

/**
 * One line of the ledger: of a team, or of the district when there is no team. The district's lines come straight from
 * the event and never from adding up the teams', otherwise their equality would prove nothing.
 *
 * @param earnedOn the business date of the gate it goes back to: what later shares and terminations are measured by
 */
record Posting(
        UUID id,
        UUID eventId,
        Metric metric,
        @Nullable UUID teamId,
        BigDecimal quantity,
        EntryKind kind,
        Cause cause,
        LocalDate effectiveOn,
        LocalDate earnedOn,
        boolean historical,
        Traits traits,
        int ruleVersion,
        @Nullable UUID reversalOf) {

    /** The same event gives the same ids whenever it is applied, so that a rebuilt ledger can be compared row by row. */
    static UUID idOf(
            UUID eventId,
            @Nullable UUID teamId,
            Metric metric,
            EntryKind kind,
            YearMonth period,
            @Nullable UUID reversalOf) {
        String key = eventId + "|" + teamId + "|" + metric + "|" + kind + "|" + period + "|" + reversalOf;
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Equal in everything that counts; 1 and 1.0000 are one quantity. */
    boolean sameAs(@Nullable Posting other) {
        return other != null
                && quantity.compareTo(other.quantity) == 0
                && withQuantity(BigDecimal.ZERO).equals(other.withQuantity(BigDecimal.ZERO));
    }

    private Posting withQuantity(BigDecimal other) {
        return new Posting(
                id,
                eventId,
                metric,
                teamId,
                other,
                kind,
                cause,
                effectiveOn,
                earnedOn,
                historical,
                traits,
                ruleVersion,
                reversalOf);
    }

    YearMonth period() {
        return YearMonth.from(effectiveOn);
    }

    Optional<UUID> team() {
        return Optional.ofNullable(teamId);
    }

    boolean isDistrict() {
        return teamId == null;
    }
}
