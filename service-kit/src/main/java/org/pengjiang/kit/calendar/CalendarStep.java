package org.pengjiang.kit.calendar;

import java.time.Instant;
import java.util.Optional;
import org.pengjiang.calendar.CalendarVersion;

/**
 * One change of the calendar that holds in a division.
 *
 * @param at when it was published; empty where the shipped calendar itself is another one, with another release
 * @param documentNo number of the document it rests on
 * @param restoresSince since when the changes of the calendar are taken back; empty where none is
 */
public record CalendarStep(
        Optional<Instant> at, Optional<String> documentNo, CalendarVersion calendar, Optional<Instant> restoresSince) {}
