package org.pengjiang.kit.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How people and spreadsheets write values in cells. */
final class CellText {
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?");
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(?:-|/|年)([0-9]{1,2})(?:-|/|月)([0-9]{1,2})日?|([0-9]{4})([0-9]{2})([0-9]{2})");
    // what a spreadsheet would take for a formula, also in full-width letters
    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@＝＋－＠\\t\\r\\n].*");
    private static final Pattern NOT_OF_THE_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|_.|[*].|\\[[^\\]]*\\]");
    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhsYMDHS]");
    private static final List<Range> DATE_FORMATS =
            List.of(new Range(14, 22), new Range(27, 36), new Range(45, 47), new Range(50, 58));
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_SERIAL = 61;
    private static final int LAST_SERIAL = 2_958_465;
    private static final int DAYS_TO_1904 = 1462;
    /** A spreadsheet's numbers have so many digits; more of them are the noise of binary fractions. */
    private static final int SERIAL_DIGITS = 15;

    private static final int MOST_PLACES = 400;

    private CellText() {}

    private record Range(int from, int to) {
        boolean contains(int id) {
            return id >= from && id <= to;
        }
    }

    /** Digits in any script that a keyboard gives, without separators of thousands. */
    static String number(String cell) {
        String plain = plain(cell);
        return GROUPED.matcher(plain).matches() ? plain.replace(",", "") : plain;
    }

    /** Full-width characters as usual ones. A raised, circled or Roman digit is none: the cell stays as it is and is refused. */
    private static String plain(String cell) {
        boolean odd = cell.codePoints()
                .map(Character::getType)
                .anyMatch(type -> type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER);
        return odd ? cell : Normalizer.normalize(cell, Normalizer.Form.NFKC);
    }

    /** {@code 2026-03-05}, {@code 2026/3/5}, {@code 2026年3月5日}, {@code 20260305}. */
    static Optional<LocalDate> date(String cell) {
        Matcher date = DATE.matcher(plain(cell));
        if (!date.matches()) {
            return Optional.empty();
        }
        int first = date.group(1) == null ? 4 : 1;
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(date.group(first)),
                    Integer.parseInt(date.group(first + 1)),
                    Integer.parseInt(date.group(first + 2))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The day behind a spreadsheet's number; before 1900-03-01 its count is wrong. */
    static Optional<LocalDate> day(BigDecimal number, boolean since1904) {
        try {
            int days = number.intValueExact() + (since1904 ? DAYS_TO_1904 : 0);
            return days >= FIRST_SERIAL && days <= LAST_SERIAL
                    ? Optional.of(SERIAL_ZERO.plusDays(days))
                    : Optional.empty();
        } catch (ArithmeticException fraction) {
            return Optional.empty();
        }
    }

    /**
     * Whether a number in such a format is shown as a date or a time.
     *
     * @param id of a format that every spreadsheet knows; those of East Asia have no text in a file
     */
    static boolean isDateFormat(@Nullable Integer id, @Nullable String format) {
        if (id != null && DATE_FORMATS.stream().anyMatch(dates -> dates.contains(id))) {
            return true;
        }
        return format != null
                && DATE_LETTER
                        .matcher(NOT_OF_THE_FORMAT.matcher(format).replaceAll(""))
                        .find();
    }

    /** A spreadsheet's number as it would be typed; empty when it is none that a person could have typed. */
    static Optional<String> ofNumber(BigDecimal number) {
        BigDecimal exact = number.precision() > SERIAL_DIGITS ? number.round(new MathContext(SERIAL_DIGITS)) : number;
        BigDecimal shortest = exact.stripTrailingZeros();
        return Math.abs((long) shortest.scale()) > MOST_PLACES
                ? Optional.empty()
                : Optional.of(shortest.toPlainString());
    }

    /** What a spreadsheet would take for a formula, it gets as text. */
    static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** For a workbook, where it is a text anyway: only what {@link #unguarded} would shorten. */
    static String escaped(String text) {
        return text.startsWith("'") ? guarded(text) : text;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
