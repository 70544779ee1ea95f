package org.pengjiang.appeal.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealClassified;
import org.pengjiang.appeal.events.AppealLapsed;
import org.pengjiang.appeal.events.AppealRejected;
import org.pengjiang.appeal.events.EmergencyJudged;
import org.pengjiang.appeal.events.ObjectionDismissed;
import org.pengjiang.appeal.events.ObjectionUpheld;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.screening.EmergencyOutcome;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;

/**
 * The enterprise is told what was decided of its appeal; the supervision, that an emergency stands because the centre has said nothing. Of
 * an appeal about a unit a letter to a role may reach the people of that unit: it names no appeal.
 */
@ApplicationScoped
class ScreeningNotices implements NoticeSource {
    static final String REJECTED = "appeal-rejected";
    static final String LAPSED = "appeal-lapsed";
    static final String UPHELD = "objection-upheld";
    static final String DISMISSED = "objection-dismissed";
    static final String CLASSIFIED = "appeal-classified";
    static final String UNJUDGED = "emergency-unjudged";
    static final String UNJUDGED_UNNAMED = "emergency-unjudged-unnamed";

    @Override
    public Set<String> kinds() {
        return Set.of(REJECTED, LAPSED, UPHELD, DISMISSED, CLASSIFIED, UNJUDGED, UNJUDGED_UNNAMED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        if (!(subject instanceof Appeal appeal)) {
            return List.of();
        }
        return switch (event) {
            case AppealRejected rejected -> toEnterprise(appeal, REJECTED, rejected.objectionUntil());
            case AppealLapsed lapsed -> toEnterprise(appeal, LAPSED, null);
            case ObjectionUpheld upheld -> toEnterprise(appeal, UPHELD, null);
            case ObjectionDismissed dismissed -> toEnterprise(appeal, DISMISSED, null);
            case AppealClassified classified -> toEnterprise(appeal, CLASSIFIED, null);
            case EmergencyJudged judged -> unjudged(appeal, judged);
            default -> List.of();
        };
    }

    /** Whoever has no account is told by whoever filed for them. */
    private static List<EventNotice> toEnterprise(Appeal appeal, String kind, @Nullable Instant until) {
        String enterprise = appeal.filing().enterprise();
        return enterprise == null
                ? List.of()
                : List.of(new EventNotice(
                        kind,
                        List.of(appeal.no()),
                        Recipient.party(enterprise),
                        "/v1/appeals/" + appeal.id(),
                        until,
                        false,
                        false));
    }

    private static List<EventNotice> unjudged(Appeal appeal, EmergencyJudged judged) {
        if (!judged.outcome().equals(EmergencyOutcome.CONFIRMED_BY_SILENCE.name())) {
            return List.of();
        }
        boolean named = appeal.confidentiality().about().isEmpty();
        return List.of(new EventNotice(
                named ? UNJUDGED : UNJUDGED_UNNAMED,
                named ? List.of(appeal.no()) : List.of(),
                Recipient.role(Roles.SUPERVISOR),
                named ? "/v1/appeals/" + appeal.id() : "/v1/tasks?mine",
                null,
                false,
                true));
    }
}
