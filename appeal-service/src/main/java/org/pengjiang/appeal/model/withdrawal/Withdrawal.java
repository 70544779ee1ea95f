package org.pengjiang.appeal.model.withdrawal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;
import org.pengjiang.appeal.model.lifecycle.AppealState;

/** An appeal was taken back. Rows are added and never change. */
@Entity
@Table(name = "withdrawal")
public class Withdrawal extends AppealPart {
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private WithdrawalReason reason;

    @Column(updatable = false)
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    @Column(name = "withdrawn_by", updatable = false)
    private WithdrawnBy by;

    @Column(updatable = false)
    private String account;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state", updatable = false)
    private AppealState from;

    @Column(name = "withdrawn_at", updatable = false)
    private Instant withdrawnAt;

    @Column(updatable = false)
    private boolean sampled;

    protected Withdrawal() {}

    Withdrawal(Appeal appeal, int seq, Said said, boolean sampled, Instant at) {
        super(appeal, seq);
        this.reason = said.reason();
        this.note = said.note();
        this.by = said.by();
        this.account = said.account();
        this.from = appeal.state();
        this.withdrawnAt = at;
        this.sampled = sampled;
    }

    /** Who takes it back, and why. */
    public record Said(WithdrawalReason reason, @Nullable String note, WithdrawnBy by, String account) {}

    public WithdrawalReason reason() {
        return reason;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public WithdrawnBy by() {
        return by;
    }

    public String account() {
        return account;
    }

    /** Where it stood before. */
    public AppealState from() {
        return from;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    /** Whether call-back asks the appellant whether somebody has urged them to it. */
    public boolean isSampled() {
        return sampled;
    }
}
