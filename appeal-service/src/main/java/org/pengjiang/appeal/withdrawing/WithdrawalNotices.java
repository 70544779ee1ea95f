package org.pengjiang.appeal.withdrawing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pengjiang.appeal.events.AppealResubmitted;
import org.pengjiang.appeal.events.AppealWithdrawn;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.task.AppealLetters;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.log.LoggedAggregate;
import org.pengjiang.kit.notices.NoticeSource;

/** The enterprise and the handler learn that an appeal was taken back, the enterprise also that it is in again: others may act for it. */
@ApplicationScoped
class WithdrawalNotices implements NoticeSource {
    private static final String WITHDRAWN = "appeal-withdrawn";
    private static final String RESUBMITTED = "appeal-resubmitted";

    private final AppealLetters letters;

    WithdrawalNotices(AppealLetters letters) {
        this.letters = letters;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(WITHDRAWN, RESUBMITTED);
    }

    @Override
    public List<EventNotice> of(LoggedAggregate subject, DomainEvent event) {
        if (!(subject instanceof Appeal appeal)) {
            return List.of();
        }
        return switch (event) {
            case AppealWithdrawn withdrawn ->
                Stream.concat(
                                letters.toEnterprise(appeal, WITHDRAWN).stream(),
                                letters.toHandlers(appeal, WITHDRAWN).stream())
                        .toList();
            case AppealResubmitted resubmitted -> letters.toEnterprise(appeal, RESUBMITTED);
            default -> List.of();
        };
    }
}
