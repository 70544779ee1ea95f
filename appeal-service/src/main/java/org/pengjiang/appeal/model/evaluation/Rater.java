package org.pengjiang.appeal.model.evaluation;

import org.pengjiang.kit.identity.Caller;

/** Who rates, and by what they may. */
public record Rater(String account, RatingMeans means) {
    /** Whoever has shown the query code. */
    public static final Rater BY_CODE = new Rater("query-code", RatingMeans.CODE);

    public static Rater of(Caller caller) {
        return new Rater(caller.subject(), RatingMeans.ACCOUNT);
    }
}
