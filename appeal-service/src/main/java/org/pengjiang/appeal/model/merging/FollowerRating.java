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
import org.pengjiang.appeal.model.evaluation.Solved;

/** What an appellant whose appeal follows another one says of the master's answer. */
@Entity
@Table(name = "follower_rating")
public class FollowerRating extends AppealPart {
    @Column(name = "master_id", updatable = false)
    private UUID masterId;

    @Column(name = "master_round", updatable = false)
    private int masterRound;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Solved solved;

    @Column(updatable = false)
    private int stars;

    @Column(updatable = false)
    private @Nullable String comment;

    @Column(updatable = false)
    private String account;

    @Column(name = "rated_at", updatable = false)
    private Instant ratedAt;

    protected FollowerRating() {}

    FollowerRating(Appeal appeal, int seq, Appeal master, Said said, Instant at) {
        super(appeal, seq);
        this.masterId = master.id();
        this.masterRound = master.round();
        this.solved = said.solved();
        this.stars = said.stars();
        this.comment = said.comment();
        this.account = said.account();
        this.ratedAt = at;
    }

    /** @param account who rates; of whoever has shown the query code, none */
    public record Said(Solved solved, int stars, @Nullable String comment, String account) {}

    public UUID masterId() {
        return masterId;
    }

    public int masterRound() {
        return masterRound;
    }

    public Solved solved() {
        return solved;
    }

    public int stars() {
        return stars;
    }

    public Optional<String> comment() {
        return Optional.ofNullable(comment);
    }

    public Instant ratedAt() {
        return ratedAt;
    }
}
