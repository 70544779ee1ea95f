package org.pengjiang.appeal.model.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.lifecycle.RoundResult;

/** The rounds of an appeal that have ended. The present one stands in the appeal itself. */
@ApplicationScoped
public class Rounds {
    private final AppealParts parts;

    public Rounds(AppealParts parts) {
        this.parts = parts;
    }

    /** Before the next one begins. */
    public void endByRework(Appeal appeal, TimeContext now) {
        parts.add(new AppealRound(appeal, RoundResult.REWORK, null, now));
    }

    public void endByClosure(Appeal appeal, ClosedBy by, TimeContext now) {
        parts.add(new AppealRound(appeal, RoundResult.CLOSED, by, now));
    }

    /** What was answered before is answered once more. */
    public void endByTracking(Appeal appeal, TimeContext now) {
        parts.add(new AppealRound(appeal, RoundResult.TRACKED, null, now));
    }

    /** The first one first. */
    public List<AppealRound> ended(Appeal appeal) {
        return parts.ofRounds(appeal, AppealRound.class);
    }
}
