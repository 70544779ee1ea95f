package org.pengjiang.appeal.model.correspondence;

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

/** One attempt to reach the enterprise, verified or not. */
@Entity
@Table(name = "contact_attempt")
public class ContactAttempt extends AppealPart {
    @Column
    private int round;

    @Enumerated(EnumType.STRING)
    private ContactChannel channel;

    @Column
    private boolean verified;

    @Column
    private @Nullable Integer seconds;

    @Column
    private @Nullable String proof;

    @Column
    private boolean reused;

    @Column
    private @Nullable String note;

    @Column
    private String account;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected ContactAttempt() {}

    ContactAttempt(Appeal appeal, int seq, ContactProof said, int shortestCall, String account, Instant at) {
        super(appeal, seq);
        this.round = appeal.round();
        this.channel = said.channel();
        this.verified = said.isVerified(shortestCall);
        this.seconds = said.seconds();
        this.proof = said.proof();
        this.reused = said.reused();
        this.note = said.note();
        this.account = account;
        this.recordedAt = at;
    }

    public int round() {
        return round;
    }

    public ContactChannel channel() {
        return channel;
    }

    public boolean isVerified() {
        return verified;
    }

    public Optional<Integer> seconds() {
        return Optional.ofNullable(seconds);
    }

    public Optional<String> proof() {
        return Optional.ofNullable(proof);
    }

    /** Its proof was given for another contact with the enterprise on the same day. */
    public boolean isReused() {
        return reused;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public String account() {
        return account;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
