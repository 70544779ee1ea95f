package org.pengjiang.appeal.model.evaluation;

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
import org.pengjiang.calendar.ShanghaiTime;

/** One attempt to call an enterprise back. */
@Entity
@Table(name = "callback_attempt")
public class CallbackAttempt extends AppealPart {
    /** The number of the call-back. */
    @Column
    private int callback;

    @Enumerated(EnumType.STRING)
    private CallOutcome outcome;

    @Column
    private @Nullable String recording;

    @Column
    private @Nullable String note;

    @Column
    private String account;

    @Column(name = "called_at")
    private Instant calledAt;

    protected CallbackAttempt() {}

    CallbackAttempt(Appeal appeal, int seq, int callback, CallNote said, String account, Instant at) {
        super(appeal, seq);
        this.callback = callback;
        this.outcome = said.outcome();
        this.recording = said.recording();
        this.note = said.note();
        this.account = account;
        this.calledAt = at;
    }

    /** The hour of the day at which it was tried. */
    int hour() {
        return ShanghaiTime.local(calledAt).getHour();
    }

    public int callback() {
        return callback;
    }

    public CallOutcome outcome() {
        return outcome;
    }

    public Optional<String> recording() {
        return Optional.ofNullable(recording);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public String account() {
        return account;
    }

    public Instant calledAt() {
        return calledAt;
    }
}
