package org.pengjiang.appeal.model.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;

/** What the centre misses in a filing, and what was added: OPEN → SUPPLIED or LAPSED. */
@Entity
@Table(name = "supplement_request")
public class SupplementRequest extends AppealPart {
    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> missing;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private SupplementOutcome outcome;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "supplied_by")
    private @Nullable String suppliedBy;

    @Column(name = "supplied_text")
    private @Nullable String text;

    protected SupplementRequest() {}

    SupplementRequest(Appeal appeal, int seq, List<String> missing, String account, Instant at) {
        super(appeal, seq);
        this.missing = List.copyOf(missing);
        this.askedBy = account;
        this.askedAt = at;
        this.outcome = SupplementOutcome.OPEN;
    }

    void supply(String said, String account, Instant at) {
        outcome = SupplementOutcome.SUPPLIED;
        suppliedBy = account;
        text = said;
        endedAt = at;
    }

    void lapse(Instant at) {
        outcome = SupplementOutcome.LAPSED;
        endedAt = at;
    }

    public List<String> missing() {
        return missing;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public SupplementOutcome outcome() {
        return outcome;
    }

    /** When it was supplied, or lapsed. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> suppliedBy() {
        return Optional.ofNullable(suppliedBy);
    }

    public Optional<String> text() {
        return Optional.ofNullable(text);
    }
}
