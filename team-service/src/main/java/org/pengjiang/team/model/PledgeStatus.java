package org.pengjiang.team.model;

import java.util.Set;

/** The life of one version of a pledge. */
public enum PledgeStatus {
    DRAFT,
    /** Handed to the captain: its lines are fixed, it waits for the signature. */
    ISSUED,
    SIGNED,
    /** Replaced by a later signed version. */
    AMENDED,
    CLOSED;

    private Set<PledgeStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(ISSUED);
            case ISSUED -> Set.of(DRAFT, SIGNED);
            case SIGNED -> Set.of(AMENDED, CLOSED);
            case AMENDED, CLOSED -> Set.of();
        };
    }

    public boolean canBecome(PledgeStatus other) {
        return next().contains(other);
    }

    public boolean isSigned() {
        return this == SIGNED || this == AMENDED || this == CLOSED;
    }
}
