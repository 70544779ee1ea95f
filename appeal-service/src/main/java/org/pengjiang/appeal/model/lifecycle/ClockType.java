package org.pengjiang.appeal.model.lifecycle;

import java.util.Optional;

/** What a clock waits for. The type of a clock never changes. */
public enum ClockType {
    /** The first verified contact. */
    CONTACT(ClockFamily.ENTERPRISE, ClockOwner.APPEAL, ClockKind.PROMISE),
    /** The reply. */
    RESOLVE(ClockFamily.ENTERPRISE, ClockOwner.APPEAL, ClockKind.PROMISE),
    /** The reply, at the very latest. */
    LIMIT(ClockFamily.ENTERPRISE, ClockOwner.APPEAL, ClockKind.PROMISE),
    /** The centre takes what no rule named a handler for. */
    ACCEPT(ClockFamily.UNIT, ClockOwner.APPEAL, ClockKind.OLA),
    /** The centre names a handler. */
    DISPATCH(ClockFamily.UNIT, ClockOwner.APPEAL, ClockKind.OLA),
    /** Whoever was named signs for it. */
    SIGN(ClockFamily.UNIT, ClockOwner.ASSIGNMENT, ClockKind.OLA),
    /** The first verified contact, from the assignment on: what the unit could do. */
    UNIT_CONTACT(ClockFamily.UNIT, ClockOwner.ASSIGNMENT, ClockKind.OLA),
    /** The reply, from the assignment on. */
    UNIT_RESOLVE(ClockFamily.UNIT, ClockOwner.ASSIGNMENT, ClockKind.OLA),
    PLAN(ClockFamily.UNIT, ClockOwner.ASSIGNMENT, ClockKind.OLA),
    /** The head lets a drafted reply go out or sends it back. */
    REVIEW(ClockFamily.UNIT, ClockOwner.ASSIGNMENT, ClockKind.OLA),
    /** The rating; no promise to the enterprise but a window for it, so nobody breaches it. */
    EVALUATION(ClockFamily.ENTERPRISE, ClockOwner.APPEAL, ClockKind.WINDOW);

    /** The level at which the time is used up; those below are percent of it, those above follow the due. */
    public static final int DUE = 100;

    private final ClockFamily family;
    private final ClockOwner owner;
    private final ClockKind kind;

    ClockType(ClockFamily family, ClockOwner owner, ClockKind kind) {
        this.family = family;
        this.owner = owner;
        this.kind = kind;
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
        return owner == ClockOwner.ASSIGNMENT;
    }

    /** The clock by which the unit is measured for the same answer, from its assignment on. */
    public Optional<ClockType> ofUnit() {
        return switch (this) {
            case CONTACT -> Optional.of(UNIT_CONTACT);
            case RESOLVE -> Optional.of(UNIT_RESOLVE);
            default -> Optional.empty();
        };
    }

    /** The promise to the enterprise that this one measures the unit by: its targets are those where a policy gives no others. */
    public Optional<ClockType> asLongAs() {
        return switch (this) {
            case UNIT_CONTACT -> Optional.of(CONTACT);
            case UNIT_RESOLVE -> Optional.of(RESOLVE);
            default -> Optional.empty();
        };
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

    public ClockOwner owner() {
        return owner;
    }

    public ClockKind kind() {
        return kind;
    }
}
