package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/**
 * What a clock waits for, in which round and of whom: no two clocks of an appeal wait for the same, and none ever for something
 * else.
 *
 * @param unitCode of an office's step; the dispatch centre is no unit
 * @param assignment the number of the assignment whose handler owes it; 0 for whatever waits for no handler in particular
 * @param occurrence who owes the same step again, such as the next draft to review, has a clock of its own for it
 */
@Embeddable
record ClockKey(
        @Column(updatable = false) int round,

        @Enumerated(EnumType.STRING) @Column(updatable = false)
        ClockType type,

        @Enumerated(EnumType.STRING) @Column(updatable = false)
        ClockFamily family,

        @Column(name = "unit_code", updatable = false) @Nullable String unitCode,

        @Column(updatable = false) int assignment,
        @Column(name = "turn", updatable = false) int occurrence) {

    static ClockKey next(Appeal appeal, ClockType type, @Nullable AssignmentRef ofUnit) {
        return next(appeal, type, ofUnit == null ? 0 : ofUnit.seq(), ofUnit == null ? null : ofUnit.unit());
    }

    static ClockKey ofPart(Appeal appeal, ClockType type, @Nullable String unit) {
        return next(appeal, type, 0, unit);
    }

    private static ClockKey next(Appeal appeal, ClockType type, int assignment, @Nullable String unit) {
        long before = appeal.clocks().stream()
                .map(SlaClock::key)
                .filter(key -> key.type == type && key.round == appeal.round() && key.assignment == assignment)
                .count();
        return new ClockKey(appeal.round(), type, type.family(), unit, assignment, (int) before);
    }
}
