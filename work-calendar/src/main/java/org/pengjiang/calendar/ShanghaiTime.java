package org.pengjiang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The one place where instants become local days and back. The zone is Asia/Shanghai and nothing else, whatever the
 * machine is set to; it has had no clock change since 1991, so a fixed offset is exact over the whole horizon.
 */
public final class ShanghaiTime {

    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    static final int SECONDS_PER_DAY = 86_400;

    private ShanghaiTime() {}

    public static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, OFFSET);
    }

    public static OffsetDateTime local(Instant instant) {
        return instant.atOffset(OFFSET);
    }

    public static Instant instant(LocalDateTime local) {
        return local.toInstant(OFFSET);
    }

    static long epochDay(long epochSecond) {
        return Math.floorDiv(epochSecond + OFFSET.getTotalSeconds(), SECONDS_PER_DAY);
    }

    static int secondOfDay(long epochSecond) {
        return Math.floorMod(epochSecond + OFFSET.getTotalSeconds(), SECONDS_PER_DAY);
    }

    static long epochSecond(long epochDay, int secondOfDay) {
        return epochDay * SECONDS_PER_DAY + secondOfDay - OFFSET.getTotalSeconds();
    }
}
