package org.pengjiang.team.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A first leader's time at the head of a team, both days included.
 *
 * @param account the token's {@code sub}: what rights are decided by
 * @param name of the office holder; stays inside the service
 */
@Embeddable
public record Captaincy(
        @Column String account,
        @Column String name,
        @Column String title,
        @Column(name = "valid_from") LocalDate from,
        @Column(name = "valid_to") @Nullable LocalDate to) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    Captaincy endingOn(LocalDate last) {
        return new Captaincy(account, name, title, from, last);
    }
}
