package org.pengjiang.appeal.calendars;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a publication would change; nothing is kept. */
@Schema(name = "CalendarPublicationPreview")
record EditionView(
        String division,
        long revision,
        String calendarVersion,

        @Schema(description = "Years whose notice becomes known: what rests on them is provisional no more")
        List<Integer> yearsConfirmed,

        @Schema(description = "How many days get other working hours")
        int changedDays,

        @Schema(description = "The first 400 of them") List<Edition.ChangedDay> days) {
    private static final int SHOWN = 400;

    static EditionView of(Edition edition) {
        List<Edition.ChangedDay> changed = edition.changedDays();
        return new EditionView(
                edition.division().value(),
                edition.revision(),
                edition.after().id(),
                edition.yearsConfirmed(),
                changed.size(),
                changed.subList(0, Math.min(SHOWN, changed.size())));
    }
}
