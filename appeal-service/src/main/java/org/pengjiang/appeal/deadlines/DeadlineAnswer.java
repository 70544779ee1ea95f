package org.pengjiang.appeal.deadlines;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When it would be due. */
@Schema(name = "DeadlineAnswer")
record DeadlineAnswer(
        @Schema(description = "Done exactly then is in time", examples = "2026-09-20T09:00:00+08:00")
        OffsetDateTime dueAt,

        @Schema(description = "Working minutes of the pauses between start and due")
        long pausedWorkingMinutes,

        @Schema(description = "True when it rests on a day whose notice is not published yet: it may still move")
        boolean provisional,

        String calendarVersion) {}
