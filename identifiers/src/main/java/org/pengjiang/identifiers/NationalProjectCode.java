package org.pengjiang.identifiers;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A national code of an investment project 全国投资项目统一代码 (GB/T 40058-2021): {@code YYMM-RRRRRR-DD-TT-NNNNNN}, that is
 * month, region, guiding department, project type, and five random digits with one check digit. Codes given before
 * November 2020 begin with a year and have the industry in the third group ({@code 2017-440703-39-03-800123}).
 *
 * <p>The algorithm of the check digit is not public, so {@link #checkLevel()} is never more than the format.
 *
 * @param value the 24 characters
 */
public record NationalProjectCode(String value) implements Comparable<NationalProjectCode> {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{4})-([0-9]{6})-([0-9]{2})-([0-9]{2})-([0-9]{6})");
    private static final int FIRST_YEAR = 2013;
    private static final int LAST_YEAR = 2020;
    private static final int CENTURY = 2000;
    private static final YearMonth FIRST_MONTH = YearMonth.of(2020, 11);

    /** What the first group of the code means. */
    public enum Form {
        /** Year and month: codes since November 2020. */
        MONTH,
        /** A year: codes before that. */
        YEAR
    }

    /** @throws InvalidIdentifier {@code PROJECT_CODE_SHAPE}, {@code PROJECT_CODE_TIME} */
    public NationalProjectCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidIdentifier(
                    "PROJECT_CODE_SHAPE",
                    "A national project code has 24 characters, such as 2103-440703-04-01-123456.",
                    "项目代码为24位，形如2103-440703-04-01-123456。");
        }
        int time = Integer.parseInt(value.substring(0, 4));
        if (!isMonth(time) && (time < FIRST_YEAR || time > LAST_YEAR)) {
            throw new InvalidIdentifier(
                    "PROJECT_CODE_TIME",
                    "The first group of a national project code is a year and month (YYMM), or a year from 2013 to 2020.",
                    "项目代码首段须为年月（YYMM），或2013至2020的年份。");
        }
    }

    /**
     * Reads the 24 characters, blanks around them allowed.
     *
     * @throws InvalidIdentifier {@code PROJECT_CODE_SHAPE}, {@code PROJECT_CODE_TIME}
     */
    public static NationalProjectCode parse(@Nullable String raw) {
        return new NationalProjectCode(raw == null ? "" : KeyText.trimmed(raw));
    }

    /**
     * As {@link #parse}, without throwing, and with the warnings of {@link #warnings}.
     *
     * @param expected the district whose projects these are
     */
    public static Checked<NationalProjectCode> check(
            @Nullable String raw, DivisionRegister register, DivisionCode expected) {
        return Checked.of(() -> parse(raw), code -> code.warnings(register, expected));
    }

    private static boolean isMonth(int time) {
        int month = time % 100;
        return month >= 1 && month <= 12;
    }

    public Form form() {
        return isMonth(time()) ? Form.MONTH : Form.YEAR;
    }

    /** The four-digit year in which the code was given. */
    public int year() {
        return form() == Form.YEAR ? time() : CENTURY + time() / 100;
    }

    /** The month in which the code was given; absent in the older form. */
    public Optional<YearMonth> month() {
        return form() == Form.YEAR ? Optional.empty() : Optional.of(YearMonth.of(year(), time() % 100));
    }

    private int time() {
        return Integer.parseInt(group(1));
    }

    /** The six digits of the region, as they stand in the code. */
    public String regionDigits() {
        return group(2);
    }

    /** The region as a division; absent for codes of central authorities, whose region is no division. */
    public Optional<DivisionCode> region() {
        return Checked.of(() -> DivisionCode.parse(regionDigits()), region -> List.of())
                .value();
    }

    /** The third group: the guiding department, or the industry in the older form. */
    public String thirdGroup() {
        return group(3);
    }

    public String projectType() {
        return group(4);
    }

    private String group(int number) {
        Matcher matcher = SHAPE.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalStateException("a code is matched when it is made");
        }
        return matcher.group(number);
    }

    /** Always {@link CheckLevel#FORMAT}. */
    public CheckLevel checkLevel() {
        return CheckLevel.FORMAT;
    }

    /**
     * {@code PROJECT_CODE_REGION_UNKNOWN} (the register knows no division that the region lies in),
     * {@code PROJECT_CODE_REGION_UNEXPECTED} (it does, outside the expected one), {@code PROJECT_CODE_TIME_EARLY} (a month
     * before November 2020, when codes still began with a year).
     */
    public List<Finding> warnings(DivisionRegister register, DivisionCode expected) {
        List<Finding> warnings = new ArrayList<>();
        if (region().flatMap(register::closestKnown).isEmpty()) {
            warnings.add(new Finding(
                    "PROJECT_CODE_REGION_UNKNOWN",
                    "The region of the project code lies in no known division.",
                    "项目代码中的地区不在已知行政区划内。"));
        } else if (!region().map(expected::contains).orElse(false)) {
            warnings.add(new Finding(
                    "PROJECT_CODE_REGION_UNEXPECTED",
                    "The region of the project code is not " + expected + ".",
                    "项目代码中的地区不是" + expected + "。"));
        }
        if (month().filter(month -> month.isBefore(FIRST_MONTH)).isPresent()) {
            warnings.add(new Finding(
                    "PROJECT_CODE_TIME_EARLY",
                    "Before November 2020 project codes began with a year, not with a month.",
                    "2020年11月以前的项目代码以年份开头，而非年月。"));
        }
        return List.copyOf(warnings);
    }

    @Override
    public int compareTo(NationalProjectCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
