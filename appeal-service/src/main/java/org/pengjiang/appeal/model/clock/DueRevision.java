package org.pengjiang.appeal.model.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.ClockRevision;
import org.pengjiang.calendar.Target;
import org.pengjiang.calendar.TargetUnit;

/** Why a due is another one than the first target gave, and what it was before. */
@Embeddable
public record DueRevision(
        @Column(name = "revised_at", nullable = false) Instant at,
        @Enumerated(EnumType.STRING) Kind kind,
        @Column(name = "target_amount") @Nullable Long amount,

        @Column(name = "target_unit") @Enumerated(EnumType.STRING) @Nullable TargetUnit unit,

        @Column(name = "roll_forward") @Nullable Boolean rollForward,
        @Column(name = "may_pass_promise") @Nullable Boolean mayPassPromise,
        @Column(name = "promised_due_at") @Nullable Instant promisedDueAt,
        @Column(name = "latest_due_at") @Nullable Instant latestDueAt,
        @Column(name = "restores_since") @Nullable Instant restoresSince,
        String reason,
        @Column(name = "previous_due_at") Instant previousDueAt,
        @Column(name = "due_at") Instant dueAt,
        @Column(name = "calendar_version") String calendarVersion) {

    /** The reason of more time that was granted. */
    public static final String EXTENDED = "EXTENDED";

    /** What was changed. */
    public enum Kind {
        TARGET,
        CALENDAR
    }

    public static DueRevision of(
            ClockRevision revision, String reason, Instant previousDueAt, Instant dueAt, String calendarVersion) {
        return switch (revision) {
            case ClockRevision.TargetChange change ->
                new DueRevision(
                        change.at(),
                        Kind.TARGET,
                        change.target().amount(),
                        change.target().unit(),
                        change.target().rollForward(),
                        change.mayPassPromise(),
                        null,
                        null,
                        null,
                        reason,
                        previousDueAt,
                        dueAt,
                        calendarVersion);
            case ClockRevision.CalendarChange change ->
                new DueRevision(
                        change.at(),
                        Kind.CALENDAR,
                        null,
                        null,
                        null,
                        null,
                        change.promisedDue(),
                        change.latestDue(),
                        change.restoresSince(),
                        reason,
                        previousDueAt,
                        dueAt,
                        calendarVersion);
        };
    }

    /** More time than was promised, as somebody has asked for; not what a refused emergency has given back. */
    public boolean isExtension() {
        return kind == Kind.TARGET && Boolean.TRUE.equals(mayPassPromise) && reason.equals(EXTENDED);
    }

    /** The new one, where it was changed. */
    public Optional<Target> target() {
        return amount == null || unit == null
                ? Optional.empty()
                : Optional.of(new Target(amount, unit, Boolean.TRUE.equals(rollForward)));
    }

    public boolean isByCalendarSince(Instant moment) {
        return kind == Kind.CALENDAR && !at.isBefore(moment);
    }

    ClockRevision revision() {
        return switch (kind) {
            case TARGET ->
                new ClockRevision.TargetChange(
                        at,
                        new Target(
                                Objects.requireNonNull(amount),
                                Objects.requireNonNull(unit),
                                Boolean.TRUE.equals(rollForward)),
                        Boolean.TRUE.equals(mayPassPromise));
            case CALENDAR ->
                new ClockRevision.CalendarChange(at, Objects.requireNonNull(promisedDueAt), latestDueAt, restoresSince);
        };
    }
}
