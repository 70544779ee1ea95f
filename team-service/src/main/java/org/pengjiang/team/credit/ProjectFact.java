package org.pengjiang.team.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.team.model.Stage;

/** What a project event means for credit. */
sealed interface ProjectFact {
    UUID eventId();

    /** When it was recorded at its source: decides the period, whenever it arrives here. */
    Instant recordedAt();

    LocalDate businessDate();

    /**
     * A gate was passed.
     *
     * @param amountYuan of the first formal agreement; for an expansion the increment
     */
    record StageReached(
            UUID eventId,
            Instant recordedAt,
            LocalDate businessDate,
            String kind,
            Stage from,
            Stage to,
            boolean historicalImport,
            @Nullable BigDecimal plannedTotalYuan,
            @Nullable BigDecimal amountYuan,
            @Nullable BigDecimal incrementYuan,
            boolean separateFilingCode,
            boolean manufacturing,
            String chain,
            List<String> tags,
            List<Share> shares)
            implements ProjectFact {

        boolean isExpansion() {
            return "EXPANSION".equals(kind);
        }

        boolean isPhase() {
            return "PHASE".equals(kind);
        }

        boolean goesBack() {
            return to.compareTo(from) < 0;
        }
    }

    /** The shares were ruled anew from a date on. */
    record SharesRuled(UUID eventId, Instant recordedAt, LocalDate businessDate, List<Share> shares)
            implements ProjectFact {}

    /** The amount of the same contract was revised. */
    record AmountRevised(
            UUID eventId, Instant recordedAt, LocalDate businessDate, BigDecimal amountYuan, BigDecimal previousYuan)
            implements ProjectFact {}

    /** The project ended. */
    record Terminated(UUID eventId, Instant recordedAt, LocalDate businessDate) implements ProjectFact {}
}
