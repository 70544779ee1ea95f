package org.pengjiang.appeal.model.round;

import java.time.Instant;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.Progress;
import org.pengjiang.appeal.model.lifecycle.RoundCause;

/**
 * Why and when the present round of an appeal began.
 *
 * @param level how high the supervision stood then
 */
public record RoundBeginning(RoundCause cause, int level, Instant at) {
    public static RoundBeginning of(Appeal appeal) {
        Progress progress = appeal.progress();
        Instant at = progress.beganAt().orElse(appeal.filing().receivedAt());
        if (appeal.round() != progress.describedRound()) {
            // a replica of the release before began it, and said nothing of it
            return new RoundBeginning(
                    RoundCause.REWORK,
                    appeal.supervisionLevel(),
                    progress.dispatchedAt().orElse(at));
        }
        return new RoundBeginning(progress.cause(), progress.level(), at);
    }
}
