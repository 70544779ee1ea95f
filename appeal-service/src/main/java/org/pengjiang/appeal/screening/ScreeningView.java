package org.pengjiang.appeal.screening;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.appeal.AppealRequest;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.screening.ClassChange;
import org.pengjiang.appeal.model.screening.ClassChangeCause;
import org.pengjiang.appeal.model.screening.EmergencyClaim;
import org.pengjiang.appeal.model.screening.EmergencyOutcome;
import org.pengjiang.appeal.model.screening.Objection;
import org.pengjiang.appeal.model.screening.Rejection;
import org.pengjiang.appeal.model.screening.RejectionCode;
import org.pengjiang.appeal.model.screening.SupplementOutcome;
import org.pengjiang.appeal.model.screening.SupplementRequest;

/**
 * What the centre and the supervision have asked and decided before the dispatch.
 *
 * @param rejections also those that nobody has confirmed, for the offices
 */
@Schema(name = "Screening")
record ScreeningView(
        @Nullable SupplementView supplement,
        List<RejectionView> rejections,
        @Nullable ObjectionView objection,
        @Nullable EmergencyView emergency,
        List<ClassChangeView> classChanges) {

    /** @param endedAt when it was supplied, or lapsed */
    record SupplementView(
            List<String> missing,
            Instant requestedAt,
            SupplementOutcome outcome,
            @Nullable Instant endedAt,
            @Nullable String text) {
        static SupplementView of(SupplementRequest request, FreeText text) {
            return new SupplementView(
                    request.missing(),
                    request.askedAt(),
                    request.outcome(),
                    request.endedAt().orElse(null),
                    request.text().map(text::of).orElse(null));
        }
    }

    /**
     * @param decision why somebody has refused it
     * @param objectionUntil the end of the window in which the enterprise may object
     */
    record RejectionView(
            int seq,
            RejectionCode code,
            String reason,
            String legalBasis,
            String recourse,
            AppealRequest.Outcome outcome,
            Instant requestedAt,
            @Nullable Instant decidedAt,
            @Nullable String decision,
            @Nullable Instant objectionUntil) {
        static RejectionView of(Rejection rejection, FreeText text) {
            return new RejectionView(
                    rejection.seq(),
                    rejection.code(),
                    text.of(rejection.reason()),
                    text.of(rejection.legalBasis()),
                    text.of(rejection.recourse()),
                    rejection.outcome(),
                    rejection.askedAt(),
                    rejection.decidedAt().orElse(null),
                    rejection.decision().map(text::of).orElse(null),
                    rejection.objectionUntil().orElse(null));
        }
    }

    /** @param decision why it was upheld or dismissed */
    record ObjectionView(
            String reason,
            AppealRequest.Outcome outcome,
            Instant objectedAt,
            @Nullable Instant decidedAt,
            @Nullable String decision) {
        static ObjectionView of(Objection objection, FreeText text) {
            return new ObjectionView(
                    text.of(objection.reason()),
                    objection.outcome(),
                    objection.askedAt(),
                    objection.decidedAt().orElse(null),
                    objection.decision().map(text::of).orElse(null));
        }
    }

    /** @param reason absent where the silence of the centre has confirmed it */
    record EmergencyView(
            EmergencyOutcome outcome,
            @Nullable Instant judgedAt,
            @Nullable String reason) {
        static EmergencyView of(EmergencyClaim claim, FreeText text) {
            return new EmergencyView(
                    claim.outcome(),
                    claim.judgedAt().orElse(null),
                    claim.reason().map(text::of).orElse(null));
        }
    }

    /** @param reason for the offices */
    record ClassChangeView(
            TimeClass classBefore,
            TimeClass classAfter,
            String categoryBefore,
            String categoryAfter,
            ClassChangeCause cause,
            Instant changedAt,
            @Nullable String reason) {
        static ClassChangeView of(ClassChange change, boolean forOffices, FreeText text) {
            return new ClassChangeView(
                    change.classBefore(),
                    change.classAfter(),
                    change.categoryBefore(),
                    change.categoryAfter(),
                    change.cause(),
                    change.changedAt(),
                    forOffices ? text.of(change.reason()) : null);
        }
    }
}
