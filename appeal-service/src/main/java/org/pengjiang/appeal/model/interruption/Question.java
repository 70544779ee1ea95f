package org.pengjiang.appeal.model.interruption;

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
import org.pengjiang.kit.log.Ids;

/** What the handler has to know of the enterprise before it can go on. The promises pause until it ends. */
@Entity
@Table(name = "question")
public class Question extends AppealPart {
    @Column(updatable = false)
    private int round;

    @Column(name = "body", updatable = false)
    private String text;

    @Column(name = "asked_by", updatable = false)
    private String askedBy;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_as")
    private @Nullable QuestionEnd end;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "ended_by")
    private @Nullable String endedBy;

    /** The answer, or why the enterprise objects. */
    @Column
    private @Nullable String reply;

    /** What the files of the answer are attached to. */
    @Column(name = "reply_id")
    private @Nullable UUID replyId;

    protected Question() {}

    Question(Appeal appeal, int seq, String text, String account, Instant at) {
        super(appeal, seq);
        this.round = appeal.round();
        this.text = text;
        this.askedBy = account;
        this.askedAt = at;
    }

    void end(QuestionEnd how, @Nullable String by, @Nullable String said, Instant at) {
        end = how;
        endedBy = by;
        reply = said;
        replyId = said == null ? null : Ids.next();
        endedAt = at;
    }

    public boolean isOpen() {
        return end == null;
    }

    public int round() {
        return round;
    }

    public String text() {
        return text;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<QuestionEnd> end() {
        return Optional.ofNullable(end);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public Optional<UUID> replyId() {
        return Optional.ofNullable(replyId);
    }

    public Optional<String> reply() {
        return Optional.ofNullable(reply);
    }
}
