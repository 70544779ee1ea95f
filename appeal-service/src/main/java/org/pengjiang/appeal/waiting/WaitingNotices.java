package org.pengjiang.appeal.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.AppealPaused;
import org.pengjiang.appeal.events.AppealResumed;
import org.pengjiang.appeal.events.SuspensionConfirmed;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;
import org.pengjiang.kit.notices.Recipient;

/** What the enterprise is told while its appeal waits, beside the task to answer a question. */
@ApplicationScoped
class WaitingNotices implements NoticeSource {
    private static final String SUSPENDED = "appeal-suspended";
    private static final String STILL_SUSPENDED = "appeal-still-suspended";
    private static final String GOES_ON = "appeal-goes-on";
    private static final String NOT_ANSWERED = "question-not-answered";
    private static final String QUESTION = "QUESTION";

    @Override
    public Set<String> kinds() {
        return Set.of(SUSPENDED, STILL_SUSPENDED, GOES_ON, NOT_ANSWERED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        String enterprise = subject instanceof Appeal appeal ? appeal.filing().enterprise() : null;
        if (enterprise == null || !(subject instanceof Appeal appeal)) {
            return List.of();
        }
        return letters(appeal, enterprise, event);
    }

    private static List<EventNotice> letters(Appeal appeal, String enterprise, DomainEvent event) {
        return switch (event) {
            case AppealPaused paused
            when !paused.cause().equals(QUESTION) ->
                List.of(letter(
                        appeal,
                        enterprise,
                        SUSPENDED,
                        List.of(appeal.no(), "@suspension." + paused.cause()),
                        paused.until()));
            case SuspensionConfirmed confirmed ->
                List.of(letter(
                        appeal,
                        enterprise,
                        STILL_SUSPENDED,
                        List.of(appeal.no(), "@suspension." + confirmed.cause()),
                        confirmed.until()));
            case AppealResumed resumed
            when !resumed.cause().equals(QUESTION) ->
                List.of(letter(appeal, enterprise, GOES_ON, List.of(appeal.no()), resumed.resolveDueAt()));
            case AppealResumed resumed
            when resumed.by().equals("WINDOW") ->
                List.of(letter(appeal, enterprise, NOT_ANSWERED, List.of(appeal.no()), resumed.resolveDueAt()));
            default -> List.of();
        };
    }

    private static EventNotice letter(
            Appeal appeal, String enterprise, String kind, List<String> arguments, @Nullable Instant dueAt) {
        return new EventNotice(
                kind, arguments, Recipient.party(enterprise), "/v1/appeals/" + appeal.id(), dueAt, false, false);
    }
}
