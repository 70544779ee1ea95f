package org.pengjiang.appeal.model.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.AppealState;

/** Of several answers to one round the first one counts; what a platform sends later is kept. */
@ApplicationScoped
public class LaterRatings {
    private final AppealParts parts;
    private final Evaluation evaluation;

    public LaterRatings(AppealParts parts, Evaluation evaluation) {
        this.parts = parts;
        this.evaluation = evaluation;
    }

    /** The round that an answer now comes too late for; empty where it counts, or where nothing was answered yet. */
    public Optional<Integer> round(Appeal appeal) {
        if (appeal.state() == AppealState.REPLIED && evaluation.isAsked(appeal)) {
            return Optional.empty();
        }
        return appeal.isAnswered()
                // also where nobody had said anything in time
                ? evaluation.rating(appeal).map(Rating::round)
                : Optional.of(appeal.round() - 1).filter(round -> evaluation.isAnswered(appeal, round));
    }

    public LaterRating keep(
            Appeal appeal, Solved solved, int stars, @Nullable String comment, Rater by, TimeContext now) {
        LaterRating later = new LaterRating(
                appeal,
                parts.nextSeq(appeal, LaterRating.class),
                round(appeal).orElseThrow(),
                solved,
                stars,
                comment,
                by.account(),
                now.at());
        parts.add(later);
        return later;
    }

    public List<LaterRating> of(Appeal appeal) {
        return parts.of(appeal, LaterRating.class);
    }
}
