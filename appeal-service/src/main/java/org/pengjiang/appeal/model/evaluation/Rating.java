package org.pengjiang.appeal.model.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the enterprise said of one round: whether it is solved and how satisfied it is, each apart.
 *
 * @param automatic the window passed without an answer; then it says nothing at all
 */
@Embeddable
public record Rating(
        @Enumerated(EnumType.STRING) @Nullable Solved solved,
        @Nullable Integer stars,
        @Nullable String comment,
        boolean automatic,
        String account,
        @Column(name = "rated_at") Instant ratedAt) {
    static final int CONTENT_FROM = 3;

    public static Rating none(Instant at) {
        return new Rating(null, null, null, true, "system", at);
    }

    /** Partly solved with three stars closes too; "not solved" or one or two stars do not. */
    public boolean closes() {
        return solved != null && solved != Solved.NOT && stars != null && stars >= CONTENT_FROM;
    }
}
