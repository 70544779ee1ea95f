package org.pengjiang.appeal.model.lifecycle;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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
    /** What is missing in a filing. */
    SUPPLEMENT(ClockFamily.ENTERPRISE, ClockOwner.APPEAL, ClockKind.WINDOW),
    /** The answer of the enterprise to a question. */
    QUESTION(ClockFamily.ENTERPRISE, ClockOwner.APPEAL, ClockKind.WINDOW),
    /** The centre says whether it is an emergency; silence says yes. */
    EMERGENCY(ClockFamily.UNIT, ClockOwner.PART, ClockKind.WINDOW),
    /** The supervision rules on what the enterprise objects to. */
    OBJECTION_RULING(ClockFamily.UNIT, ClockOwner.PART, ClockKind.OLA),
    /** The supervision rules on what a unit returns. */
    RULING(ClockFamily.UNIT, ClockOwner.APPEAL, ClockKind.OLA),
    /** The enterprise is asked afterwards. */
    CALLBACK(ClockFamily.UNIT, ClockOwner.PART, ClockKind.OLA),
    /** The supervision says whether a bad rating is justified; silence says yes. */
    VERIFICATION(ClockFamily.UNIT, ClockOwner.PART, ClockKind.WINDOW),
    /** The leader decides after the last round. */
    DECISION(ClockFamily.UNIT, ClockOwner.APPEAL, ClockKind.OLA),
    /** Somebody looks whether the reason of a suspension still holds. */
    SUSPENSION_REVIEW(ClockFamily.UNIT, ClockOwner.APPEAL, ClockKind.TIMER),
    /** The supervision looks whether a plan still holds. */
    TRACKING_REVIEW(ClockFamily.UNIT, ClockOwner.APPEAL, ClockKind.TIMER),
    /** The enterprise hears how far it is. */
    NEXT_UPDATE(ClockFamily.UNIT, ClockOwner.ASSIGNMENT, ClockKind.OLA),
    /** A bad reply is put right. */
    CORRECTION(ClockFamily.UNIT, ClockOwner.ASSIGNMENT, ClockKind.OLA),
    /** A unit does what the lead has asked it for. */
    COTASK(ClockFamily.UNIT, ClockOwner.PART, ClockKind.OLA),
    /** A unit that is called comes. */
    ARRIVAL(ClockFamily.UNIT, ClockOwner.PART, ClockKind.OLA),
    /** A step that was agreed with the enterprise. */
    MILESTONE(ClockFamily.ENTERPRISE, ClockOwner.PART, ClockKind.PROMISE),
    /** Whoever is urged answers. */
    URGE(ClockFamily.UNIT, ClockOwner.PART, ClockKind.OLA),
    /** An order of the supervision is carried out. */
    ORDER(ClockFamily.UNIT, ClockOwner.PART, ClockKind.OLA),
    /** The rating; no promise to the enterprise but a window for it, so nobody breaches it. */
    EVALUATION(ClockFamily.ENTERPRISE, ClockOwner.APPEAL, ClockKind.WINDOW);

    /** Those that a time policy gives targets; the others have theirs from the limits of the district or from a part. */
    private static final Set<ClockType> OF_POLICY = EnumSet.of(
            CONTACT, RESOLVE, LIMIT, ACCEPT, DISPATCH, SIGN, UNIT_CONTACT, UNIT_RESOLVE, PLAN, REVIEW, EVALUATION);

    private static final Set<ClockType> OF_CENTRE =
            EnumSet.of(ACCEPT, DISPATCH, EMERGENCY, OBJECTION_RULING, RULING, CALLBACK, VERIFICATION, DECISION);

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

    /** Whether the centre or another office of the district owes it, and no unit. */
    public boolean isOfCentre() {
        return OF_CENTRE.contains(this);
    }

    /** Whether its targets stand in the time policy. */
    public boolean isOfPolicy() {
        return OF_POLICY.contains(this);
    }

    /** Whether a part has a clock of its own, beside those of other parts. */
    public boolean isOfPart() {
        return owner == ClockOwner.PART;
    }

    /** The promise that the part helps to keep: it ends with it. */
    public Optional<ClockType> helpsToKeep() {
        return this == COTASK || this == ARRIVAL ? Optional.of(RESOLVE) : Optional.empty();
    }

    /** Whether it goes on when the appeal has ended: whether a rating was justified is said of closed ones as well. */
    public boolean outlivesEnd() {
        return this == VERIFICATION;
    }

    /** Whether it pauses while that promise does. */
    public boolean pausesWithPromise() {
        return this == COTASK;
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
