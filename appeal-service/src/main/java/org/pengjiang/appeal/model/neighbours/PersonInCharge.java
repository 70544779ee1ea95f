package org.pengjiang.appeal.model.neighbours;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who of the handler works on an appeal.
 *
 * @param unit the handler's accountable unit that has named them: behind another one nobody is in charge
 * @param substitute works on it beside them from the first to the last day
 */
@Embeddable
public record PersonInCharge(
        @Column(name = "person") String account,
        @Column(name = "person_unit") String unit,
        @Column(name = "substitute") @Nullable String substitute,
        @Column(name = "substitute_from") @Nullable LocalDate firstDay,
        @Column(name = "substitute_to") @Nullable LocalDate lastDay) {

    /** Who works on it on a day. */
    public List<String> on(LocalDate day) {
        return Stream.concat(Stream.of(account), isSubstituted(day) ? Stream.ofNullable(substitute) : Stream.of())
                .toList();
    }

    private boolean isSubstituted(LocalDate day) {
        return firstDay != null && lastDay != null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
