package org.pengjiang.appeal.events;

import org.pengjiang.kit.log.DomainEvent;

/** Everything that is written to an appeal's log. Which of them leave the service, the contracts decide. */
public sealed interface AppealEvent extends DomainEvent
        permits AppealAccepted,
                AppealClosed,
                AppealDispatched,
                AppealRated,
                AppealReplied,
                AppealSigned,
                AppealSubmitted,
                ClockBreached,
                ClockWarned,
                ContactAttempted,
                DeadlineRevised,
                EnterpriseContacted,
                MessageWritten,
                ReplyDrafted,
                ReplySentBack {
    /** Where the appeal stands now. */
    AppealStanding standing();

    /** Whether it also stands in the feed of the enterprise whose appeal it is. */
    default boolean forEnterprise() {
        return true;
    }
}
