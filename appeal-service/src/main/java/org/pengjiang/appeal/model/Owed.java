package org.pengjiang.appeal.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What a clock waits for, in which round and of whom: no two clocks of an appeal wait for the same, and none ever for something
 * else.
 *
 * @param unitCode of an office's step; the dispatch centre is no unit
 * @param assignment the turn of the handler who owes it; 0 for whatever waits for no handler in particular
 * @param turn one who owes the same step again, such as the next draft to review, has a clock of his own for it
 */
@Embeddable
record Owed(
        @Column(updatable = false) int round,

        @Enumerated(EnumType.STRING) @Column(updatable = false)
        ClockType type,

        @Enumerated(EnumType.STRING) @Column(updatable = false)
        ClockFamily family,

        @Column(name = "unit_code", updatable = false) @Nullable String unitCode,

        @Column(updatable = false) int assignment,
        @Column(updatable = false) int turn) {

    static Owed next(Appeal appeal, ClockType type, @Nullable Assignment ofUnit) {
        int assignment = ofUnit == null ? 0 : ofUnit.seq();
        long before = appeal.clocks().stream()
                .map(DeadlineClock::owed)
                .filter(owed -> owed.type == type && owed.round == appeal.round() && owed.assignment == assignment)
                .count();
        return new Owed(
                appeal.round(), type, type.family(), ofUnit == null ? null : ofUnit.accountableUnit(), assignment, (int)
                        before);
    }
}
