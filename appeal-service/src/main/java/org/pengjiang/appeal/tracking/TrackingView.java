package org.pengjiang.appeal.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealRequest;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.tracking.Milestone;
import org.pengjiang.appeal.model.tracking.MilestoneStatus;
import org.pengjiang.appeal.model.tracking.TrackingConsent;
import org.pengjiang.appeal.model.tracking.TrackingPlan;

/**
 * A plan for an appeal that cannot be solved now.
 *
 * @param reason and {@code decision} are for the offices
 */
record TrackingView(
        int seq,
        int round,
        @Nullable String reason,
        String plan,
        TrackingConsent consent,
        @Nullable String consentNote,
        Instant askedAt,
        AppealRequest.Outcome outcome,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        List<MilestoneView> milestones) {

    /**
     * A step of it.
     *
     * @param dueAt the dated promise, once the plan is approved
     * @param met whether it was met in time; absent until that is known
     * @param note what shows that it was met, or why it was waived
     */
    record MilestoneView(
            int seq,
            String content,
            LocalDate dueOn,
            MilestoneStatus status,
            @Nullable Instant dueAt,
            @Nullable Boolean met,
            @Nullable String note,
            @Nullable Instant settledAt) {
        static MilestoneView of(Milestone milestone, Appeal appeal, FreeText text) {
            return new MilestoneView(
                    milestone.seq(),
                    milestone.content(),
                    milestone.dueOn(),
                    milestone.status(),
                    milestone
                            .clockId()
                            .flatMap(appeal::clock)
                            .flatMap(SlaClock::dueAt)
                            .orElse(null),
                    milestone
                            .clockId()
                            .flatMap(appeal::clock)
                            .flatMap(SlaClock::result)
                            .map(ClockResult::met)
                            .orElse(null),
                    milestone.note().map(text::of).orElse(null),
                    milestone.settledAt().orElse(null));
        }
    }

    static TrackingView of(TrackingPlan plan, List<Milestone> milestones, Appeal appeal, AppealReader reader) {
        boolean office = !reader.isOutsider();
        FreeText text = reader.text();
        return new TrackingView(
                plan.seq(),
                plan.round(),
                office ? text.of(plan.reason()) : null,
                plan.plan(),
                plan.consent(),
                plan.consentNote().map(text::of).orElse(null),
                plan.askedAt(),
                plan.outcome(),
                plan.decidedAt().orElse(null),
                office ? plan.decision().map(text::of).orElse(null) : null,
                milestones.stream()
                        .map(milestone -> MilestoneView.of(milestone, appeal, text))
                        .toList());
    }
}
