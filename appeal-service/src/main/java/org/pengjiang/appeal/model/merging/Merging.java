package org.pengjiang.appeal.model.merging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;
import org.pengjiang.appeal.model.lifecycle.AppealState;

/** An appeal follows another one, its master, from a moment on. It has an end once the two are separate again. */
@Entity
@Table(name = "merging")
public class Merging extends AppealPart {
    @Column(name = "master_id", updatable = false)
    private UUID masterId;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state", updatable = false)
    private AppealState from;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private String account;

    @Column(name = "merged_at", updatable = false)
    private Instant mergedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "ended_by")
    private @Nullable String endedBy;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    protected Merging() {}

    Merging(Appeal appeal, int seq, Appeal master, String reason, String account, Instant at) {
        super(appeal, seq);
        this.masterId = master.id();
        this.from = appeal.state();
        this.reason = reason;
        this.account = account;
        this.mergedAt = at;
    }

    void end(String by, String why, Instant at) {
        endedAt = at;
        endedBy = by;
        endReason = why;
    }

    /** The appeal that follows. */
    public Appeal follower() {
        return appeal();
    }

    public UUID masterId() {
        return masterId;
    }

    /** Where the appeal stood, and where it goes back to. */
    public AppealState from() {
        return from;
    }

    public String reason() {
        return reason;
    }

    public String account() {
        return account;
    }

    public Instant mergedAt() {
        return mergedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public Optional<String> endReason() {
        return Optional.ofNullable(endReason);
    }
}
