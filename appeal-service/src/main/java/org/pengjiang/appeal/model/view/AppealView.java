package org.pengjiang.appeal.model.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.confidentiality.ConfidentialityGrade;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.correspondence.ReplyResult;
import org.pengjiang.appeal.model.correspondence.ReplyStatus;
import org.pengjiang.appeal.model.evaluation.EvaluationResult;
import org.pengjiang.appeal.model.evaluation.Rating;
import org.pengjiang.appeal.model.evaluation.Solved;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.Appellant;
import org.pengjiang.appeal.model.filing.AppellantKind;
import org.pengjiang.appeal.model.filing.Contact;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.lifecycle.ClosedBy;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.HandlerKind;
import org.pengjiang.appeal.model.neighbours.PersonInCharge;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.identity.NamedAccount;

/**
 * One appeal as it is read; the contact masked, its full form is an operation of its own. What the reader's view does not show is missing.
 *
 * @param clocks of the present round, each with its dated promise, counted from the receipt
 * @param reply the newest one that this reader may see
 * @param evaluation what came of asking the enterprise, once it is closed
 * @param allowedCommands what this reader could do now
 */
public record AppealView(
        UUID id,
        String no,
        @Nullable String title,
        @Nullable String description,

        @Schema(description = "what the appellant asks for 诉求目的") @Nullable String remedySought,

        @Schema(description = "that it was filed with 附件") @Nullable List<AttachedFile> files,

        @Nullable Nature nature,
        String category,
        @Nullable Urgency urgency,
        TimeClass timeClass,
        String timePolicy,
        @Nullable AppealSource source,
        @Nullable String sourceSystem,
        @Nullable String externalId,

        @Schema(description = "that the platform has counted 来源版本") @Nullable Long sourceVersion,

        @Schema(description = "when the platform wants an answer 来源办理期限") @Nullable Instant outerDueAt,

        DivisionCode divisionCode,
        @Nullable String enterprise,
        @Nullable AppellantView appellant,
        @Nullable UUID projectId,
        @Nullable String projectNo,
        @Nullable MaskedContact contact,

        @Schema(description = "there was a contact, and nobody can read it any more 联系人信息已删除") @Nullable Boolean contactErased,

        Instant receivedAt,
        @Nullable String receivedReason,
        Instant recordedAt,
        AppealState state,
        String stateNameZh,
        boolean open,
        int round,
        @Nullable Integer supervisionLevel,
        boolean breached,
        @Schema(description = "how often it was urged 催办次数") int urgeCount,
        @Nullable HandlerView handler,
        @Nullable Instant acceptedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant signedAt,
        @Nullable Boolean signedAutomatically,
        @Nullable Instant contactedAt,
        @Nullable Instant repliedAt,
        @Nullable Instant closedAt,
        @Nullable ClosedBy closedBy,
        List<ClockSummary> clocks,
        @Nullable ReplyView reply,
        @Nullable RatingView rating,
        @Nullable EvaluationResult evaluation,
        List<String> allowedCommands,

        @Schema(description = "of the submission that it was handed in with 提交编号", examples = "S-440703-2026-0001")
        @Nullable String submissionNo,

        @Schema(
                description = "to look it up without an account; said in the answer to its filing alone 查询码",
                examples = "K7M2-9QXT4-HDNB")
        @Nullable String queryCode,

        @Schema(description = "what the platform has sent now differs from what was filed, which stands 来源冲突") @Nullable UUID sourceConflict,

        @Schema(
                description = "filed as an emergency: it has the dates of one, until the centre refuses that by then;"
                        + " said in the answer to its filing alone 突发情形确认截止")
        @Nullable Instant emergencyUntil,

        @Schema(description = "what of it the reader is shown 可见范围")
        FieldView view,

        @Nullable ConfidentialityGrade confidentiality,

        @Schema(description = "the unit that it is about; its people do not see it 涉及单位") @Nullable AboutUnit aboutUnit,

        @Schema(description = "who works on it; for the handler, the centre and supervision 经办人") @Nullable PersonView person) {

    /** Who of the handler works on it, and who stands in for them on which days. */
    public record PersonView(
            @NamedAccount String account,
            @Nullable @NamedAccount String substitute,
            @Nullable LocalDate substituteFrom,
            @Nullable LocalDate substituteTo) {
        static PersonView of(PersonInCharge person) {
            return new PersonView(person.account(), person.substitute(), person.firstDay(), person.lastDay());
        }
    }

    /** A unit, and the district in which its code is unique. */
    public record AboutUnit(String districtCode, String code) {
        static AboutUnit of(UnitKey unit) {
            return new AboutUnit(unit.district(), unit.code());
        }
    }

    /** Who appeals, beside the credit code. */
    public record AppellantView(
            AppellantKind kind,
            @Nullable String name,
            @Nullable String registerNumber,
            @Nullable String registerCountry) {
        static AppellantView of(Appellant appellant, FreeText text) {
            String name = appellant.name();
            return new AppellantView(
                    appellant.kind(),
                    name == null ? null : text.of(name),
                    appellant.registerNumber(),
                    appellant.registerCountry());
        }
    }

    /** Enough to recognise someone one already knows. */
    public record MaskedContact(
            String name, String phone, @Nullable String position) {
        public static MaskedContact of(Contact contact) {
            return new MaskedContact(contact.maskedName(), contact.phone().masked(), contact.position());
        }
    }

    /**
     * Who handles it, and who answers for it.
     *
     * @param classId of a special class, which says the project: only where whose appeal it is is shown
     */
    public record HandlerView(HandlerKind kind, @Nullable UUID classId, String accountableUnit) {
        static HandlerView of(Handler handler, boolean whose) {
            return new HandlerView(handler.kind(), whose ? handler.classId() : null, handler.accountableUnit());
        }
    }

    /** @param status a draft is seen by the offices alone */
    public record ReplyView(
            int seq,
            int round,
            ReplyResult result,
            String publicText,
            @Nullable String legalBasis,
            @Nullable String recourse,
            ReplyStatus status,
            Instant draftedAt,
            @Nullable Instant judgedAt,
            @Nullable String judgement,
            List<AttachedFile> files) {
        public static ReplyView of(Reply reply, List<AttachedFile> files) {
            return new ReplyView(
                    reply.seq(),
                    reply.round(),
                    reply.result(),
                    reply.publicText(),
                    reply.legalBasis().orElse(null),
                    reply.recourse().orElse(null),
                    reply.status(),
                    reply.draftedAt(),
                    reply.reviewedAt().orElse(null),
                    reply.reviewNote().orElse(null),
                    files);
        }
    }

    /** @param automatic nobody answered within the window */
    public record RatingView(
            int round,
            @Nullable Solved solved,
            @Nullable Integer stars,
            @Nullable String comment,
            boolean automatic,
            Instant ratedAt) {
        static RatingView of(Rating rating, FreeText text) {
            return new RatingView(
                    rating.round(),
                    rating.solved().orElse(null),
                    rating.stars().orElse(null),
                    rating.comment().map(text::of).orElse(null),
                    rating.isAutomatic(),
                    rating.ratedAt());
        }
    }
}
