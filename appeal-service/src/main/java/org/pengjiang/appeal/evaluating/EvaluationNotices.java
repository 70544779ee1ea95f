package org.pengjiang.appeal.evaluating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealDecided;
import org.pengjiang.appeal.events.AppealReopened;
import org.pengjiang.appeal.events.RatingVerified;
import org.pengjiang.appeal.events.ReworkOrdered;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.evaluation.OrderedBy;
import org.pengjiang.appeal.model.evaluation.RatingFinding;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;

/** The enterprise is told what others make of its answered appeal. Whoever has to act has a task. */
@ApplicationScoped
class EvaluationNotices implements NoticeSource {
    private static final String REWORK = "appeal-rework-ordered";
    private static final String DECIDED = "appeal-decided";
    private static final String MISJUDGED = "appeal-rating-misjudged";
    private static final String REOPENED = "appeal-reopened";

    @Override
    public Set<String> kinds() {
        return Set.of(REWORK, DECIDED, MISJUDGED, REOPENED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        return subject instanceof Appeal appeal
                ? Stream.ofNullable(kind(event))
                        .flatMap(kind -> letter(kind, appeal).stream())
                        .toList()
                : List.of();
    }

    private static @Nullable String kind(DomainEvent event) {
        return switch (event) {
            case ReworkOrdered ignored -> REWORK;
            case AppealDecided ignored -> DECIDED;
            case RatingVerified verified when verified.finding().equals(RatingFinding.MISJUDGED.name()) -> MISJUDGED;
            case AppealReopened reopened when !reopened.by().equals(OrderedBy.ENTERPRISE.name()) -> REOPENED;
            default -> null;
        };
    }

    private static Optional<EventNotice> letter(String kind, Appeal appeal) {
        return Optional.ofNullable(appeal.filing().enterprise())
                .map(enterprise -> new EventNotice(
                        kind,
                        List.of(appeal.no()),
                        Recipient.party(enterprise),
                        "/v1/appeals/" + appeal.id(),
                        null,
                        false,
                        false));
    }
}
