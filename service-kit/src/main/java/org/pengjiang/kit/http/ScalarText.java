package org.pengjiang.kit.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a value of a path or a query is written and read: one row of the table per type. Java reads more: signs, leading zeros,
 * digits of other scripts, groups of a UUID that lack digits. Each would be a second address of the same thing, and an
 * Idempotency-Key belongs to one address.
 */
final class ScalarText {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,18}");
    private static final Pattern YEAR_FIRST = Pattern.compile("[0-9]{4}-.*");

    private static final Form TEXT = new Form("text", Pattern.compile("(?s).*"), text -> text);
    private static final Form INTEGER = new Form("integer", WHOLE, Integer::valueOf);
    private static final Form LONG = new Form("integer", WHOLE, Long::valueOf);
    private static final Form BOOLEAN = new Form("true | false", Pattern.compile("true|false"), Boolean::valueOf);
    private static final Map<Class<?>, Form> FORMS = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(int.class, INTEGER),
            Map.entry(Integer.class, INTEGER),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(UUID.class, new Form("uuid", UUID_TEXT, UUID::fromString)),
            Map.entry(LocalDate.class, new Form("date, 2026-03-05", YEAR_FIRST, LocalDate::parse)),
            Map.entry(YearMonth.class, new Form("month, 2026-03", YEAR_FIRST, YearMonth::parse)),
            Map.entry(
                    OffsetDateTime.class,
                    new Form("date-time, 2026-03-05T08:30:00+08:00", YEAR_FIRST, OffsetDateTime::parse)));

    private ScalarText() {}

    /**
     * @param expected what a caller is told that wrote something else
     * @param spelling what the reader alone would not refuse
     */
    record Form(String expected, Pattern spelling, Function<String, ?> reader) {
        boolean isText() {
            return equals(TEXT);
        }

        /** Empty for a text that is not written so. */
        Optional<Object> read(String text) {
            try {
                return spelling.matcher(text).matches() ? Optional.of(reader.apply(text)) : Optional.empty();
            } catch (DateTimeException | NumberFormatException beyondItsRange) {
                return Optional.empty();
            }
        }
    }

    /** @throws IllegalArgumentException for a type without a row: a service with such a parameter does not start */
    static Form of(Class<?> type) {
        @Nullable Form form = type.isEnum() ? ofEnum(type) : FORMS.get(type);
        if (form == null) {
            throw new IllegalArgumentException("no path or query parameter can be a " + type.getName()
                    + ": give ScalarText a row that says how it is written and read");
        }
        return form;
    }

    private static Form ofEnum(Class<?> type) {
        Map<String, Object> constants =
                Stream.of(type.getEnumConstants()).collect(Collectors.toMap(String::valueOf, constant -> constant));
        List<String> names =
                Stream.of(type.getEnumConstants()).map(String::valueOf).toList();
        Pattern oneOf = Pattern.compile(names.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return new Form(String.join(" | ", names), oneOf, constants::get);
    }

    /** U+FFFD stands where the bytes were no UTF-8. */
    static boolean isText(String value) {
        return JsonBody.isProperText(value) && value.indexOf('\uFFFD') < 0;
    }

    static boolean isUuid(String value) {
        return UUID_TEXT.matcher(value).matches();
    }
}
