package org.pengjiang.appeal.calendars;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a publication would change; nothing is kept. */
@Schema(name = "CalendarPublicationPreview")
record CalendarRevisionView(
        String division,
        long revision,
        String calendarVersion,

        @Schema(description = "Years whose notice becomes known: what rests on them is provisional no more")
        List<Integer> yearsConfirmed,

        @Schema(description = "How many days get other working hours")
        int changedDays,

        @Schema(description = "The first 400 of them") List<CalendarRevision.ChangedDay> days,

        @Schema(description = "How many open clocks of the division and below have such a day before their due")
        long openClocks,

        @Schema(
                description =
                        "How many of them may get an earlier due: the days that are taken back were published within 24 hours before now, which has to hold at the confirmation too (时限可能提前)")
        long earlierDues) {
    private static final int SHOWN = 400;

    static CalendarRevisionView of(CalendarRevision revised, long openClocks, long earlierDues) {
        List<CalendarRevision.ChangedDay> changed = revised.changedDays();
        return new CalendarRevisionView(
                revised.division().value(),
                revised.revision(),
                revised.after().id(),
                revised.yearsConfirmed(),
                changed.size(),
                changed.subList(0, Math.min(SHOWN, changed.size())),
                openClocks,
                earlierDues);
    }
}
