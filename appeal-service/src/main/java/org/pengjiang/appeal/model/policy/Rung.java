package org.pengjiang.appeal.model.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.calendar.Target;

/**
 * One rung of the ladder that a clock climbs while nobody answers it.
 *
 * @param level in percent of the time up to {@link ClockType#DUE}; above it, the number of a rung after the due
 * @param afterDue how long after the due; null up to the due
 * @param raiseBy how many levels the supervision rises
 * @param raiseTo the level at which the supervision stands at least
 */
public record Rung(
        ClockType clock,
        int level,
        @Nullable Target afterDue,
        Set<EscalationRecipient> tells,
        int raiseBy,
        int raiseTo) {
    public static final int HIGHEST_SUPERVISION = 4;

    public Rung {
        tells = Set.copyOf(tells);
        if ((level > ClockType.DUE) != (afterDue != null)) {
            throw new IllegalArgumentException(clock + " " + level + ": a rung above the due says how long after it");
        }
    }

    /**
     * The due itself fires whether or not a policy says anything of it. The supervision is told of a breach of what no policy gives
     * a target.
     */
    static Rung due(ClockType clock) {
        boolean told = !clock.isOfPolicy() && clock.kind().isBreachedAtDue();
        return new Rung(clock, ClockType.DUE, null, told ? Set.of(EscalationRecipient.SUPERVISOR) : Set.of(), 0, 0);
    }

    /** How high the supervision stands once this rung has fired. */
    public int raised(int supervision) {
        return Math.min(HIGHEST_SUPERVISION, Math.max(supervision + raiseBy, raiseTo));
    }
}
