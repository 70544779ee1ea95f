package org.pengjiang.appeal.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.ShanghaiTime;

/** Moments as a person reads them: {@code 2026-09-20 (Sunday) 09:00}. */
record MomentFormat(Locale locale) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    String say(Instant moment) {
        OffsetDateTime local = written(moment);
        return day(local.toLocalDate()) + " " + time(moment);
    }

    String day(LocalDate date) {
        String weekday = date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
        return locale.equals(Locale.ENGLISH) ? date + " (" + weekday + ")" : date + "（" + weekday + "）";
    }

    String time(Instant moment) {
        OffsetDateTime local = written(moment);
        return local.format(local.getSecond() == 0 ? MINUTES : SECONDS);
    }

    /** Whole seconds: the calendar knows no others. */
    static OffsetDateTime written(Instant moment) {
        return ShanghaiTime.local(moment.truncatedTo(ChronoUnit.SECONDS));
    }

    static @Nullable OffsetDateTime writtenOrNull(@Nullable Instant moment) {
        return moment == null ? null : written(moment);
    }
}
