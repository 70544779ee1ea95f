package org.pengjiang.appeal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.pengjiang.appeal.events.AppealTracked;
import org.pengjiang.appeal.events.MilestoneMet;
import org.pengjiang.appeal.events.ProgressReported;
import org.pengjiang.appeal.events.TrackingRefused;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.task.AppealLetters;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;

/** The enterprise learns that its appeal is tracked and how far it is, the handler that a plan was not approved. */
@ApplicationScoped
class TrackingNotices implements NoticeSource {
    private static final String TRACKED = "appeal-tracked";
    private static final String REFUSED = "tracking-refused";
    private static final String PROGRESS = "progress-reported";
    private static final String MILESTONE = "milestone-met";

    private final AppealLetters letters;

    TrackingNotices(AppealLetters letters) {
        this.letters = letters;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(TRACKED, REFUSED, PROGRESS, MILESTONE);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        if (!(subject instanceof Appeal appeal)) {
            return List.of();
        }
        return switch (event) {
            case AppealTracked tracked -> letters.toEnterprise(appeal, TRACKED);
            case TrackingRefused refused -> letters.toHandlers(appeal, REFUSED);
            case ProgressReported reported -> letters.toEnterprise(appeal, PROGRESS);
            case MilestoneMet settled -> letters.toEnterprise(appeal, MILESTONE, Integer.toString(settled.milestone()));
            default -> List.of();
        };
    }
}
