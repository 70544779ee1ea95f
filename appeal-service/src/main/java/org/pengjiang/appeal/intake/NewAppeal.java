package org.pengjiang.appeal.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.confidentiality.ConfidentialityGrade;
import org.pengjiang.appeal.model.files.AppealFiles;
import org.pengjiang.appeal.model.filing.Contact;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.identifiers.Uscc;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/**
 * An appeal as it is filed.
 *
 * @param divisionCode where the matter lies, a district or a town; with a project its division is taken
 * @param enterprise credit code of whoever appeals; an enterprise itself leaves it out
 * @param receivedAt when it really came in, where that was earlier: at most 30 days, with a reason, by offices and partners
 * @param sourceSystem the partner platform, with its own number of the appeal: filed twice, it stands once
 */
record NewAppeal(
        @NotNull @OneLine(max = 100) String title,
        @NotNull @LongText(max = 4000) String description,

        @Schema(description = "what the appellant asks for 诉求目的") @Nullable @LongText(max = 500)
        String remedySought,

        @NotNull Nature nature,

        @NotNull @Pattern(regexp = "[A-Z]\\d{2}", message = "{such.as} A04") String category,

        @Nullable Urgency urgency,
        @Nullable DivisionCode divisionCode,
        @Nullable UUID projectId,
        @Nullable Uscc enterprise,

        @Schema(description = "name of who appeals, and who it is without a credit code 诉求人") @Valid @Nullable NewAppellant appellant,

        @NotNull @Valid Contact contact,
        @Nullable Instant receivedAt,
        @Nullable @LongText(max = 200) String receivedReason,
        @Nullable @KeyString(max = 60, asSent = true) String sourceSystem,
        @Nullable @KeyString(max = 100, asSent = true) String externalId,

        @Schema(description = "that the platform counts; an older one changes nothing 来源版本") @Nullable @Min(0) Long sourceVersion,

        @Schema(description = "when the platform wants an answer 来源办理期限") @Nullable Instant outerDueAt,

        @Schema(description = "the unit that it is about: it neither handles nor sees it 涉及单位") @Nullable @Valid AboutUnit aboutUnit,

        @Schema(description = "by default CONFIDENTIAL for a COMPLAINT or REPORT about a unit, else OPEN 保密等级")
        @Nullable ConfidentialityGrade confidentiality,

        @Size(max = AppealFiles.MOST) @Schema(description = "of files that the caller has uploaded and not attached yet 附件")
        @Nullable List<@NotNull UUID> fileIds) {
    /** How far the clock of a sender may be from ours. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /**
     * A unit.
     *
     * @param divisionCode where it lies: the code of a unit is unique in a district alone
     */
    @Schema(name = "NewAppealAboutUnit")
    record AboutUnit(
            @NotNull DivisionCode divisionCode,
            @NotNull @KeyString(max = 60) String code) {}

    /** In the one spelling that it is stored and found by; null where nothing is left. */
    @Nullable String systemKey() {
        return key(sourceSystem);
    }

    /** The same for the partner's number. */
    @Nullable String externalKey() {
        return key(externalId);
    }

    private static @Nullable String key(@Nullable String said) {
        String key = said == null ? "" : KeyText.of(said);
        return key.isEmpty() ? null : key;
    }

    Urgency urgencyOrOrdinary() {
        return urgency == null ? Urgency.ORDINARY : urgency;
    }

    /** Null when it is received now, also by a clock that is a little ahead. What was received a little earlier counts from then. */
    @Nullable Instant receivedBefore(Instant now) {
        return receivedAt != null && receivedAt.isAfter(now) && !receivedAt.isAfter(now.plus(CLOCK_TOLERANCE))
                ? null
                : receivedAt;
    }

    /** Whether it was received so much earlier that no clock explains it, and somebody has to say why it is recorded only now. */
    boolean isRecordedLate(Instant now) {
        return receivedAt != null && receivedAt.isBefore(now.minus(CLOCK_TOLERANCE));
    }
}
