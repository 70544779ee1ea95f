package org.pengjiang.kit.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Caller;

/**
 * What an approval request asks for, and who asks. It never changes.
 *
 * @param kind {@link ApprovalKind#name}
 * @param subject the aggregate
 * @param needed the confirmations, the same one twice for two persons
 * @param deadline the last moment for a decision; null: none
 */
@Embeddable
record Proposal(
        @Column(name = "kind", updatable = false) String kind,
        @Column(name = "subject", updatable = false) UUID subject,
        @Column(name = "exclusive", updatable = false) boolean exclusive,

        @Column(name = "needed", updatable = false) @JdbcTypeCode(SqlTypes.ARRAY)
        List<String> needed,

        @Column(name = "proposed_by", updatable = false) String proposedBy,

        @Column(name = "proposer_teams", updatable = false) @JdbcTypeCode(SqlTypes.ARRAY)
        List<String> proposerTeams,

        @Column(name = "proposed_at", updatable = false) Instant proposedAt,

        @Column(name = "deadline", updatable = false) @Nullable Instant deadline) {

    static Proposal of(
            ApprovalKind kind,
            UUID subject,
            Participant by,
            List<String> needed,
            @Nullable Instant deadline,
            Instant at) {
        return new Proposal(
                kind.name(), subject, kind.isExclusive(), List.copyOf(needed), by.account(), by.teams(), at, deadline);
    }

    Participant proposer() {
        return new Participant(proposedBy, List.copyOf(proposerTeams));
    }

    boolean isBy(Caller caller) {
        return caller.subject().equals(proposedBy);
    }

    boolean isLate(Instant at) {
        return deadline != null && at.isAfter(deadline);
    }

    void requireKind(ApprovalKind said) {
        if (!said.name().equals(kind)) {
            throw new IllegalArgumentException("this is " + kind + " and not " + said.name());
        }
    }
}
