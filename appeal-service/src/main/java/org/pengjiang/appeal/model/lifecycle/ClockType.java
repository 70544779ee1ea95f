package org.pengjiang.appeal.model.lifecycle;

import java.util.List;
import java.util.Optional;

/** What a clock waits for. The type of a clock never changes. */
public enum ClockType {
    /** The first verified contact. */
    CONTACT(ClockFamily.ENTERPRISE, true),
    /** The reply. */
    RESOLVE(ClockFamily.ENTERPRISE, true),
    /** The reply, at the very latest. */
    LIMIT(ClockFamily.ENTERPRISE, true),
    /** The centre takes what no rule named a handler for. */
    ACCEPT(ClockFamily.UNIT, true),
    /** The centre names a handler. */
    DISPATCH(ClockFamily.UNIT, true),
    /** Whoever was named signs for it. */
    SIGN(ClockFamily.UNIT, true),
    PLAN(ClockFamily.UNIT, true),
    /** The head lets a drafted reply go out or sends it back. */
    REVIEW(ClockFamily.UNIT, true),
    /** Whoever leads decides what becomes of an appeal whose third round was rated badly. */
    DECISION(ClockFamily.UNIT, true),
    /** The rating; no promise to the enterprise but a window for it, so nobody breaches it. */
    EVALUATION(ClockFamily.ENTERPRISE, false);

    /** The last level: the time is used up. */
    public static final int DUE = 100;

    private static final List<Integer> WARNINGS = List.of(50, 80);

    private final ClockFamily family;
    private final boolean promise;

    ClockType(ClockFamily family, boolean promise) {
        this.family = family;
        this.promise = promise;
    }

    public ClockFamily family() {
        return family;
    }

    /** Whether the dispatch centre owes it, and no unit. */
    public boolean isOfCentre() {
        return this == ACCEPT || this == DISPATCH;
    }

    /** Whether a unit or a class owes it, each with a clock of its own. */
    public boolean isOfUnit() {
        return family == ClockFamily.UNIT && !isOfCentre() && this != DECISION;
    }

    /** The harder promise that this one is never due after. */
    public Optional<ClockType> harder() {
        return switch (this) {
            case PLAN -> Optional.of(RESOLVE);
            case RESOLVE -> Optional.of(LIMIT);
            default -> Optional.empty();
        };
    }

    /** How many harder promises stand above it: they follow a new calendar first. */
    public int softness() {
        return harder().map(harder -> 1 + harder.softness()).orElse(0);
    }

    /** Whether passing its due is a breach. */
    public boolean isPromise() {
        return promise;
    }

    /** In percent, each fired once: warnings, then {@link #DUE}. */
    public List<Integer> levels() {
        return promise ? List.of(WARNINGS.get(0), WARNINGS.get(1), DUE) : List.of(DUE);
    }

    /** How high the supervision of an appeal stands at least after a breach of this clock. */
    public int supervisionAfterBreach() {
        return switch (this) {
            case RESOLVE -> 1;
            case LIMIT -> 3;
            default -> 0;
        };
    }
}
