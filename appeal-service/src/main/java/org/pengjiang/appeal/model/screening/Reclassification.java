package org.pengjiang.appeal.model.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealParts;
import org.pengjiang.appeal.model.appeal.RevisedClock;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.cooperation.CotaskTime;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.planning.Extension;
import org.pengjiang.appeal.model.planning.Extensions;

/**
 * An appeal is handled as something else from now on. A faster class leaves at least half of its time from now on and never moves a due
 * back; a slower one keeps what was promised, unless the centre has refused an emergency. What is met or missed stays. More time that
 * was asked for the target before is asked for anew.
 */
@ApplicationScoped
public class Reclassification {
    private final AppealParts parts;
    private final Assignments assignments;
    private final Extensions extensions;

    public Reclassification(AppealParts parts, Assignments assignments, Extensions extensions) {
        this.parts = parts;
        this.assignments = assignments;
        this.extensions = extensions;
    }

    /** Who has said it and why. */
    public record Why(ClassChangeCause cause, String reason, String account) {}

    /**
     * @param clocks those whose target is another one now
     * @param lapsed the request for more time that nobody has decided
     */
    public record Changed(ClassChange change, List<RevisedClock> clocks, Optional<Extension> lapsed) {}

    public Changed change(Appeal appeal, Classification next, Why why, TimeContext now) {
        appeal.require(AppealCommand.CHANGE_CLASS);
        ClassChange change = new ClassChange(appeal, parts.nextSeq(appeal, ClassChange.class), next, why, now.at());
        List<RevisedClock> clocks = new ArrayList<>(appeal.classify(
                next,
                why.cause() == ClassChangeCause.EMERGENCY_REFUSED,
                change.inShort(),
                assignments.newest(appeal).map(Assignment::ref).orElse(null),
                now));
        clocks.addAll(CotaskTime.cut(appeal, change.inShort(), now));
        parts.add(change);
        boolean isReplyRevised =
                clocks.stream().anyMatch(revised -> revised.clock().type() == ClockType.RESOLVE);
        return new Changed(change, clocks, isReplyRevised ? extensions.lapse(appeal, now) : Optional.empty());
    }

    public List<ClassChange> of(Appeal appeal) {
        return parts.of(appeal, ClassChange.class);
    }
}
