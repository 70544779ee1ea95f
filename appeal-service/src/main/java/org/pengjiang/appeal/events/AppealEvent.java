package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.log.DomainEvent;

/** Everything that is written to an appeal's log. Which of them leave the service, the contracts decide. */
public sealed interface AppealEvent extends DomainEvent
        permits AppealAccepted,
                AppealClassified,
                AppealClosed,
                AppealDecided,
                AppealDispatched,
                AppealLapsed,
                AppealPaused,
                AppealPlanned,
                AppealFollowed,
                AppealMerged,
                AppealRated,
                AppealRejected,
                AppealReopened,
                AppealReplied,
                AppealResumed,
                AppealReturned,
                AppealResubmitted,
                AppealSigned,
                AppealSubmitted,
                AppealSupplemented,
                AppealTracked,
                AppealUnmerged,
                AppealWithdrawn,
                AppealUrged,
                ClockBreached,
                ClockEscalated,
                ClockWarned,
                ContactAttempted,
                ContactErased,
                CoordinationCalled,
                CoordinationDeclined,
                CoordinationEnded,
                CoordinationScored,
                CotaskAdded,
                CotaskFinished,
                CotaskObjected,
                CotaskRuled,
                CotaskWaived,
                DeadlineRevised,
                EmergencyJudged,
                EnterpriseCalledBack,
                EnterpriseContacted,
                ExtensionDecided,
                ExtensionRequested,
                FilesAttached,
                MasterRated,
                MessageWritten,
                ObjectionDismissed,
                ObjectionUpheld,
                RejectionObjected,
                RejectionRefused,
                RejectionRequested,
                PersonAssigned,
                RatingKept,
                RatingVerified,
                MilestoneMet,
                ProgressReported,
                OrderReportSentBack,
                OrderReportedOn,
                ReplyDrafted,
                ReplySentBack,
                SupplementRequested,
                ReturnRuled,
                RulingProposed,
                ReworkOrdered,
                SuspensionConfirmed,
                SuspensionDecided,
                SuspensionRequested,
                SuspensionReviewDue,
                TrackingProposed,
                TrackingRefused,
                TrackingReviewDue,
                TrackingReviewed,
                SupervisionCleared,
                SupervisionOrdered,
                UrgeAnswered,
                UnitArrived {
    /** Where the appeal stands now. */
    AppealSnapshot standing();

    /** The enterprise whose appeal it is reads it too; what the offices keep to themselves says so. */
    @Override
    default Audience audience() {
        return Audience.PARTY;
    }

    /** Whether enterprises whose appeals follow this one learn that it has happened. */
    @JsonIgnore
    default boolean isForFollowers() {
        return false;
    }

    /** Of what concerns one clock: the enterprise reads of the promises to it, and not of what the offices owe each other. */
    static Audience audienceOf(String family) {
        return family.equals("ENTERPRISE") ? Audience.PARTY : Audience.DIVISION;
    }
}
