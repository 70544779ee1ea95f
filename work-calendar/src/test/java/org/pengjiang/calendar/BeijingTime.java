package org.pengjiang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Moments as the domain writes them: {@code at("2026-09-18 17:00")} in Asia/Shanghai. */
final class BeijingTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BeijingTime() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(ZONE).toInstant();
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static String local(Instant instant) {
        String text = instant.atZone(ZONE).toLocalDateTime().toString();
        return text.replace('T', ' ');
    }

    static String local(Deadline deadline) {
        return local(deadline.dueAt());
    }
}
