package org.pengjiang.team.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.KeyText;

/** Someone's time in a team, both days included. */
@Embeddable
public record Member(
        @Column String account,
        @Column String name,
        @Column String duty,
        @Column(name = "valid_from") LocalDate from,
        @Column(name = "valid_to") @Nullable LocalDate to) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** An account that was entered before it had one spelling is the same account. */
    boolean isOf(String key) {
        return KeyText.of(account).equals(key);
    }

    Member endingOn(LocalDate last) {
        return new Member(account, name, duty, from, last);
    }
}
