package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Audience;

/** Supervision wants another report on its order. */
public record OrderReportSentBack(
        @JsonUnwrapped AppealSnapshot standing,
        int order,
        int report,
        Instant sentBackAt,
        @Nullable Instant reportDueAt)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.supervision-report-sent-back.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
