package org.pengjiang.appeal.deadlines;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.policy.EscalationRecipient;
import org.pengjiang.calendar.ClockState;
import org.pengjiang.calendar.TargetUnit;

/** Why a clock is due when it is, for a person and for a program. */
@Schema(name = "ClockExplanation")
record ClockExplanation(
        UUID appealId,
        String appealNo,
        UUID clockId,
        String clock,
        String family,
        int round,
        ClockState state,

        @Schema(description = "The whole story in the language of Accept-Language, in order")
        List<String> sentences,

        OffsetDateTime startedAt,

        @Schema(description = "Absent while it is paused or stopped") @Nullable OffsetDateTime dueAt,

        @Schema(description = "Rests on days whose notice is not published yet")
        boolean provisional,

        String calendarVersion,
        Rule rule,

        @Schema(
                description =
                        "Day by day, what of the working time between start and due was used; empty where time counts"
                                + " day and night")
        List<Day> days,

        @Schema(description = "The sum of the days") @Nullable Long usedWorkingMinutes,

        List<Pause> pauses,
        List<Revision> revisions,
        List<Fired> fired,

        @Schema(description = "What happens while nobody answers it, in order; absent for an enterprise") @Nullable List<Rung> rungs,

        @Nullable Outcome outcome,

        @Schema(description = "What of this the district has not confirmed yet (假设)")
        List<String> assumptions) {

    /** The rule it was started by. */
    @Schema(name = "ClockRule")
    record Rule(
            String policyVersion,
            boolean policyAssumption,
            String timeClass,
            long amount,
            TargetUnit unit,
            boolean rollForward,
            String source,

            @Schema(description = "Targets of the same rule that are due later and do not bind")
            List<String> others,

            @Schema(
                    description = "The harder promise whose target this is, LIMIT or RESOLVE, because the own targets"
                            + " (others) would be due after it; absent where an own target binds")
            @Nullable String cutTo) {}

    /** What of one day counted. */
    @Schema(name = "ClockDay")
    record Day(
            LocalDate date,

            @Schema(description = "WORKDAY, MAKE_UP 调休上班, DAY_OFF, HOLIDAY, LOCAL_STOP 停工, LOCAL_SHORT 缩短办公")
            DayKind kind,

            @Schema(description = "Its notice is not published yet")
            boolean provisional,

            String words,
            List<Span> used,
            long workingMinutes,
            @Schema(description = "Up to and with this day") long total,

            @Schema(description = "Which working day after the day of the start; only for WORKING_DAYS_END") @Nullable Integer workdayNumber) {}

    /** Why a day counts or not. */
    enum DayKind {
        WORKDAY,
        MAKE_UP,
        DAY_OFF,
        HOLIDAY,
        LOCAL_STOP,
        LOCAL_SHORT
    }

    /** A stretch of working time that was used. */
    @Schema(name = "ClockSpan")
    record Span(OffsetDateTime from, OffsetDateTime to) {}

    /** A stretch in which it stood still; a GAP is a stop that was undone. */
    @Schema(name = "ClockPause")
    record Pause(
            String kind,
            OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable Long workingMinutes) {}

    /** Why the due is another one than the first. */
    @Schema(name = "ClockRevision")
    record Revision(
            OffsetDateTime at,
            String kind,
            String reason,
            OffsetDateTime previousDueAt,
            OffsetDateTime dueAt,
            String calendarVersion) {}

    /** A level up to the due that has fired. */
    @Schema(name = "ClockLevel")
    record Fired(int percent, OffsetDateTime firedAt, OffsetDateTime recordedAt) {}

    /** One rung of its ladder. */
    @Schema(name = "ClockRung")
    record Rung(
            @Schema(description = "In percent of the time up to 100, the due; above it in the order after the due")
            int level,

            @Schema(description = "How long after the due; absent up to the due") @Nullable Long afterAmount,

            @Nullable TargetUnit afterUnit,
            List<EscalationRecipient> tells,

            @Schema(description = "How many levels the supervision rises")
            int raiseBy,

            @Schema(description = "The level at which the supervision stands at least; 0: it is left as it is")
            int raiseTo,

            String words,

            @Schema(description = "When it fires, of the next one") @Nullable OffsetDateTime dueAt,

            @Nullable OffsetDateTime firedAt,
            @Nullable OffsetDateTime recordedAt) {}

    /** How it ended. */
    @Schema(name = "ClockOutcome")
    record Outcome(
            boolean met, OffsetDateTime dueAt, @Nullable OffsetDateTime answeredAt) {}
}
