package org.pengjiang.kit.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One person's confirmation.
 *
 * @param given which of the needed ones
 * @param proposedBy of the request: the database compares it with {@code confirmedBy}
 * @param teams those of the person when it was given
 * @param reason empty where none was given: with a column that may be null Hibernate would write all confirmations anew
 */
@Embeddable
public record Confirmation(
        @Column(name = "confirmation", nullable = false) String given,
        @Column(name = "proposed_by", nullable = false) String proposedBy,
        @Column(name = "confirmed_by", nullable = false) String confirmedBy,

        @Column(name = "teams", nullable = false) @JdbcTypeCode(SqlTypes.ARRAY)
        List<String> teams,

        @Column(name = "confirmed_at", nullable = false) Instant confirmedAt,
        @Column(name = "reason", nullable = false) String reason) {}
