package org.pengjiang.kit.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a value of a path or a query is written. Java reads more: signs, leading zeros, digits of other scripts, groups of a UUID
 * that lack digits. Each would be a second address of the same thing, and an Idempotency-Key belongs to one address.
 */
final class ScalarText {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,18}");
    private static final Pattern YEAR_FIRST = Pattern.compile("[0-9]{4}-.*");

    private ScalarText() {}

    /** What a value should look like, where it does not; other types are read by their own converters. */
    static Optional<String> expected(Class<?> type, String value) {
        if (type == int.class || type == Integer.class) {
            return unless(isWhole(value, Integer.MAX_VALUE), "integer");
        }
        if (type == long.class || type == Long.class) {
            return unless(isWhole(value, Long.MAX_VALUE), "integer");
        }
        if (type == boolean.class || type == Boolean.class) {
            return unless(value.equals("true") || value.equals("false"), "true | false");
        }
        if (type == UUID.class) {
            return unless(isUuid(value), "uuid");
        }
        if (type == LocalDate.class) {
            return unless(isTime(value, LocalDate::parse), "date, 2026-03-05");
        }
        if (type == YearMonth.class) {
            return unless(isTime(value, YearMonth::parse), "month, 2026-03");
        }
        if (type == OffsetDateTime.class) {
            return unless(isTime(value, OffsetDateTime::parse), "date-time, 2026-03-05T08:30:00+08:00");
        }
        if (type.isEnum()) {
            List<String> names =
                    Stream.of(type.getEnumConstants()).map(String::valueOf).toList();
            return unless(names.contains(value), String.join(" | ", names));
        }
        return Optional.empty();
    }

    /** U+FFFD stands where the bytes were no UTF-8. */
    static boolean isText(String value) {
        return JsonBody.isProperText(value) && value.indexOf('\uFFFD') < 0;
    }

    static boolean isUuid(String value) {
        return UUID_TEXT.matcher(value).matches();
    }

    private static boolean isWhole(String value, long most) {
        if (!WHOLE.matcher(value).matches()) {
            return false;
        }
        try {
            long number = Long.parseLong(value);
            return number <= most && number >= -most - 1;
        } catch (NumberFormatException tooLarge) {
            return false;
        }
    }

    private static boolean isTime(String value, Function<String, TemporalAccessor> reader) {
        try {
            return YEAR_FIRST.matcher(value).matches() && reader.apply(value) != null;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static Optional<String> unless(boolean fine, String wanted) {
        return fine ? Optional.empty() : Optional.of(wanted);
    }
}
