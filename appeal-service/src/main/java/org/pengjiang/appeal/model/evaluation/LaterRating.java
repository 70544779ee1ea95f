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

/** What a platform says of a round to which another answer counted already: kept, and nothing else. */
@Entity
@Table(name = "later_rating")
public class LaterRating extends AppealPart {
    @Column
    private int round;

    @Enumerated(EnumType.STRING)
    private Solved solved;

    @Column
    private int stars;

    @Column
    private @Nullable String comment;

    @Column
    private String account;

    @Column(name = "rated_at")
    private Instant ratedAt;

    protected LaterRating() {}

    LaterRating(
            Appeal appeal,
            int seq,
            int round,
            Solved solved,
            int stars,
            @Nullable String comment,
            String account,
            Instant at) {
        super(appeal, seq);
        this.round = round;
        this.solved = solved;
        this.stars = stars;
        this.comment = comment;
        this.account = account;
        this.ratedAt = at;
    }

    public int round() {
        return round;
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

    public String account() {
        return account;
    }

    public Instant ratedAt() {
        return ratedAt;
    }
}
