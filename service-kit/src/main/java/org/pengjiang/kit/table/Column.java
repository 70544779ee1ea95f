package org.pengjiang.kit.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.problem.ProblemCode;

/**
 * One column of a table: what its heading may read, and how a cell becomes a value and a value a cell.
 *
 * @param key its name for machines, such as {@code planned_total_yuan}; a heading too
 * @param headings every heading that it may have, each with the unit that the heading names
 * @param title its heading in Chinese and in English when it is written
 * @param longest how many characters a cell may hold
 */
public record Column<T>(
        String key,
        Map<String, Unit> headings,
        Titles title,
        boolean isRequired,
        boolean hasSeveralLines,
        int longest,
        Kind kind,
        CellReader<T> reader,
        Function<T, String> writer) {
    private static final int LONGEST_VALUE = 200;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}([.][0-9]{1,18})?");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What a cell counts in, as its title says. */
    enum Unit {
        NONE("", ""),
        YUAN("元", "yuan"),
        TEN_THOUSAND_YUAN("万元", "10,000 yuan"),
        HUNDRED_MILLION_YUAN("亿元", "100 million yuan"),
        /** The title of an amount without any unit: nobody knows what it counts in. */
        MISSING("", "");

        private final String chinese;
        private final String english;

        Unit(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    enum Kind {
        TEXT,
        /** In one spelling, because something is found by it. */
        KEY,
        NUMBER,
        DATE
    }

    record Titles(String chinese, String english) {
        String in(Language language) {
            return language == Language.CHINESE ? chinese : english;
        }
    }

    /** Reads the text of a cell that is not empty. */
    interface CellReader<T> {
        /** @throws InvalidIdentifier or {@link Unreadable} */
        T read(String cell, Unit unit);
    }

    /** What is no such value. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient ProblemCode code;
        final transient List<Object> arguments;

        Unreadable(ProblemCode code, Object... arguments) {
            super(code.name(), null, false, false);
            this.code = code;
            this.arguments = List.of(arguments);
        }
    }

    public static Column<String> text(String key, String chinese, String english, int longest) {
        return plain(key, chinese, english, longest, Kind.TEXT, (cell, unit) -> cell, text -> text);
    }

    public static Column<String> longText(String key, String chinese, String english, int longest) {
        Column<String> line = text(key, chinese, english, longest);
        return new Column<>(key, line.headings, line.title, false, true, longest, Kind.TEXT, line.reader, line.writer);
    }

    /** What something is found by: read in its one spelling. */
    public static Column<String> key(String key, String chinese, String english, int longest) {
        return plain(key, chinese, english, longest, Kind.KEY, (cell, unit) -> cell, text -> text);
    }

    /** @param parser refuses by {@link InvalidIdentifier} */
    public static <T> Column<T> of(
            String key, String chinese, String english, Function<String, T> parser, Function<T, String> writer) {
        return plain(key, chinese, english, LONGEST_VALUE, Kind.TEXT, (cell, unit) -> parser.apply(cell), writer);
    }

    public static <E extends Enum<E>> Column<E> oneOf(String key, String chinese, String english, Class<E> type) {
        return plain(
                key,
                chinese,
                english,
                LONGEST_VALUE,
                Kind.TEXT,
                (cell, unit) -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(cell))
                        .findFirst()
                        .orElseThrow(() -> new Unreadable(
                                TableProblem.ENUM_UNKNOWN,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(" | ")))),
                Enum::name);
    }

    public static Column<Integer> whole(String key, String chinese, String english, int least, int most) {
        return plain(
                key,
                chinese,
                english,
                LONGEST_VALUE,
                Kind.NUMBER,
                (cell, unit) -> {
                    try {
                        int number = new BigDecimal(CellText.number(cell)).intValueExact();
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (ArithmeticException | NumberFormatException noWholeNumber) {
                        // refused like one out of range
                    }
                    throw new Unreadable(TableProblem.WHOLE_NUMBER, least, most);
                },
                String::valueOf);
    }

    /** A decimal number that is no money, such as percent or points. */
    public static Column<BigDecimal> decimal(String key, String chinese, String english, int places) {
        return plain(
                key,
                chinese,
                english,
                LONGEST_VALUE,
                Kind.NUMBER,
                (cell, unit) -> {
                    String number = CellText.number(cell);
                    if (!DECIMAL.matcher(number).matches() || new BigDecimal(number).scale() > places) {
                        throw new Unreadable(TableProblem.DECIMAL_NUMBER, places);
                    }
                    return new BigDecimal(number);
                },
                BigDecimal::toPlainString);
    }

    /** A moment with its offset, such as {@code 2026-03-05T08:30:00+08:00}. */
    public static Column<Instant> moment(String key, String chinese, String english) {
        return plain(
                key,
                chinese,
                english,
                LONGEST_VALUE,
                Kind.TEXT,
                (cell, unit) -> {
                    try {
                        return OffsetDateTime.parse(cell).toInstant();
                    } catch (DateTimeException noMoment) {
                        throw new Unreadable(TableProblem.MOMENT_INVALID);
                    }
                },
                moment -> moment.atZone(ZONE).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    /** 是 and 否, yes and no, true and false. */
    public static Column<Boolean> yesOrNo(String key, String chinese, String english) {
        return plain(
                key,
                chinese,
                english,
                LONGEST_VALUE,
                Kind.TEXT,
                (cell, unit) -> switch (cell.toLowerCase(Locale.ROOT)) {
                    case "是", "yes", "true" -> true;
                    case "否", "no", "false" -> false;
                    default -> throw new Unreadable(TableProblem.YES_OR_NO);
                },
                yes -> yes ? "是" : "否");
    }

    public static Column<LocalDate> date(String key, String chinese, String english) {
        return plain(
                key,
                chinese,
                english,
                LONGEST_VALUE,
                Kind.DATE,
                (cell, unit) -> CellText.date(cell).orElseThrow(() -> new Unreadable(TableProblem.DATE_INVALID)),
                LocalDate::toString);
    }

    /**
     * An amount of money. The heading names the unit: {@code 计划总投资（万元）} or {@code 计划总投资（元）}; the key is in yuan.
     *
     * @param key ends in {@code _yuan}
     */
    public static Column<Yuan> yuan(String key, String chinese, String english) {
        Map<String, Unit> headings = new LinkedHashMap<>();
        headings.put(normalised(key), Unit.YUAN);
        headings.put(normalised(chinese), Unit.MISSING);
        headings.put(normalised(english), Unit.MISSING);
        for (Unit unit : List.of(Unit.YUAN, Unit.TEN_THOUSAND_YUAN, Unit.HUNDRED_MILLION_YUAN)) {
            headings.put(normalised(chinese + "(" + unit.chinese + ")"), unit);
            headings.put(normalised(english + " (" + unit.english + ")"), unit);
        }
        return new Column<>(
                key,
                headings,
                new Titles(chinese + "（元）", english + " (yuan)"),
                false,
                false,
                LONGEST_VALUE,
                Kind.NUMBER,
                (cell, unit) -> {
                    String number = CellText.number(cell);
                    return switch (unit) {
                        case TEN_THOUSAND_YUAN -> Yuan.parseWan(number);
                        case HUNDRED_MILLION_YUAN -> Yuan.parseYi(number);
                        default -> Yuan.parse(number);
                    };
                },
                Yuan::toString);
    }

    /** A cell of it holds something in every row, and a file without it is refused. */
    public Column<T> required() {
        return new Column<>(key, headings, title, true, hasSeveralLines, longest, kind, reader, writer);
    }

    String written(@Nullable T value) {
        return value == null ? "" : writer.apply(value);
    }

    Optional<Unit> unitOf(String heading) {
        return Optional.ofNullable(headings.get(normalised(heading)));
    }

    /** Full-width brackets are brackets, and blanks and capitals make no other heading. */
    private static String normalised(String heading) {
        return KeyText.of(heading).replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }

    private static <T> Column<T> plain(
            String key,
            String chinese,
            String english,
            int longest,
            Kind kind,
            CellReader<T> reader,
            Function<T, String> writer) {
        Map<String, Unit> headings = new LinkedHashMap<>();
        List.of(key, chinese, english).forEach(heading -> headings.put(normalised(heading), Unit.NONE));
        return new Column<>(key, headings, new Titles(chinese, english), false, false, longest, kind, reader, writer);
    }
}
