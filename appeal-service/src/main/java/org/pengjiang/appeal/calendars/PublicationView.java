package org.pengjiang.appeal.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.calendar.NationalYear;
import org.pengjiang.kit.identity.NamedAccount;

/** One publication of a division: who, when, on what ground, and what it brought. */
@Schema(name = "CalendarPublication")
record PublicationView(
        long revision,
        String calendarVersion,
        String documentNo,

        @Schema(description = "Notices that national years rest on")
        List<String> sources,

        @Schema(description = "What it brought, as lines of a calendar file")
        String added,

        @Schema(description = "Local days it took back") List<LocalDate> withdrawnLocalDays,

        @Schema(description = "Days on which force majeure stopped work (不可抗力日)")
        List<LocalDate> exclusionDays,

        @Schema(description = "How many days have other working hours than before")
        int changedDays,

        @Schema(description = "The first day that changes") @Nullable LocalDate effectiveFrom,

        @Schema(description = "The last day that changes; absent where office hours go on") @Nullable LocalDate effectiveTo,

        @Schema(description = "The account") @NamedAccount String publishedBy,

        @Schema(description = "The account of the second person; absent from before a second person confirmed 复核人")
        @NamedAccount
        @Nullable String confirmedBy,

        Instant publishedAt) {

    static PublicationView of(
            CalendarRevision revised,
            List<CalendarRevision.ChangedDay> changed,
            CalendarAdditions added,
            NewPublication wanted,
            String account,
            String confirmedBy,
            Instant at) {
        return new PublicationView(
                revised.revision(),
                revised.after().id(),
                wanted.documentNo(),
                added.years().stream().map(NationalYear::source).toList(),
                added.text(),
                wanted.withdrawn().stream().distinct().sorted().toList(),
                wanted.excluded(),
                changed.size(),
                changed.isEmpty() ? null : changed.getFirst().date(),
                changed.isEmpty() || !added.hours().isEmpty()
                        ? null
                        : changed.getLast().date(),
                account,
                confirmedBy,
                at);
    }
}
