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
import org.pengjiang.appeal.model.appeal.RoundPart;

/** What the enterprise said of one round: whether it is solved and how satisfied it is, each apart. */
@Entity
@Table(name = "rating")
public class Rating extends RoundPart {
    static final int CONTENT_FROM = 3;

    @Enumerated(EnumType.STRING)
    private @Nullable Solved solved;

    @Column
    private @Nullable Integer stars;

    @Column
    private @Nullable String comment;

    @Column
    private boolean automatic;

    @Column
    private String account;

    @Enumerated(EnumType.STRING)
    private @Nullable RatingMeans means;

    @Column(name = "rated_at")
    private Instant ratedAt;

    protected Rating() {}

    private Rating(Appeal appeal, boolean automatic, String account, Instant at) {
        super(appeal);
        this.automatic = automatic;
        this.account = account;
        this.ratedAt = at;
    }

    static Rating of(Appeal appeal, Solved solved, int stars, @Nullable String comment, Rater by, Instant at) {
        Rating rating = new Rating(appeal, false, by.account(), at);
        rating.means = by.means();
        rating.solved = solved;
        rating.stars = stars;
        rating.comment = comment;
        return rating;
    }

    /** The window passed without an answer: it says nothing at all. */
    static Rating none(Appeal appeal, Instant at) {
        return new Rating(appeal, true, "system", at);
    }

    /** Partly solved with three stars closes too; "not solved" or one or two stars do not. */
    public boolean closes() {
        return solved != null && solved != Solved.NOT && stars != null && stars >= CONTENT_FROM;
    }

    /** Neither a good one nor none. */
    public boolean isBad() {
        return !automatic && !closes();
    }

    boolean isGivenByPhone() {
        return means == RatingMeans.CALLBACK;
    }

    public Optional<Solved> solved() {
        return Optional.ofNullable(solved);
    }

    public Optional<Integer> stars() {
        return Optional.ofNullable(stars);
    }

    public Optional<String> comment() {
        return Optional.ofNullable(comment);
    }

    /** Absent where nobody rated. */
    public Optional<RatingMeans> means() {
        return Optional.ofNullable(means);
    }

    public boolean isAutomatic() {
        return automatic;
    }

    public Instant ratedAt() {
        return ratedAt;
    }
}
