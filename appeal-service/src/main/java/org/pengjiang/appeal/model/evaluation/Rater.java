package org.pengjiang.appeal.model.evaluation;

import java.util.Set;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.kit.identity.Caller;

/** Who rates, and by what they may. */
public record Rater(String account, RatingMeans means) {
    /** Whoever has shown the query code. */
    public static final Rater BY_CODE = new Rater("query-code", RatingMeans.CODE);

    /** An officer who asks for the enterprise. */
    public static Rater byPhone(Caller officer) {
        return new Rater(officer.subject(), RatingMeans.CALLBACK);
    }

    public static Rater of(Caller caller, Set<Capacity> capacities) {
        return new Rater(
                caller.subject(), capacities.contains(Capacity.PARTNER) ? RatingMeans.PARTNER : RatingMeans.ACCOUNT);
    }
}
