package org.pengjiang.identifiers;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of an administrative division: 2, 4 or 6 digits (GB/T 2260: province, city, district), 9 for a town or
 * street, 12 for a village or community. Always the shortest exact form: trailing groups of zeros are dropped, so
 * {@code 440703101000} is {@code 440703101} and {@code 440700} is {@code 4407}. Only the shape is checked here; whether a
 * code is known is the question of {@link DivisionRegister}.
 *
 * <p>The natural order is that of the digits: a division stands directly before everything it contains.
 */
public final class DivisionCode implements Comparable<DivisionCode> {

    private static final Pattern SHAPE =
            Pattern.compile("[1-9][0-9](?:[0-9]{2}(?:[0-9]{2}(?:[0-9]{3}(?:[0-9]{3})?)?)?)?");
    private static final int LONGEST = DivisionLevel.VILLAGE.digits();

    private final String value;
    private final DivisionLevel level;

    private DivisionCode(String value, DivisionLevel level) {
        this.value = value;
        this.level = level;
    }

    /**
     * Reads a code of 2, 4, 6, 9 or 12 digits, blanks around it allowed.
     *
     * @throws InvalidIdentifier {@code DIVISION_CODE_SHAPE} for anything else
     */
    public static DivisionCode parse(@Nullable String raw) {
        String digits = raw == null ? "" : KeyText.trimmed(raw);
        if (digits.length() > LONGEST || !SHAPE.matcher(digits).matches()) {
            throw new InvalidIdentifier(
                    "DIVISION_CODE_SHAPE",
                    "A division code has 2, 4, 6, 9 or 12 digits and does not begin with 0.",
                    "行政区划代码为2、4、6、9或12位数字，且首位不为0。");
        }
        return shortest(digits);
    }

    private static DivisionCode shortest(String digits) {
        DivisionLevel level = levelOf(digits.length());
        int end = digits.length();
        while (level != DivisionLevel.PROVINCE && isZero(digits, level.start(), end)) {
            end = level.start();
            level = levelOf(end);
        }
        return new DivisionCode(digits.substring(0, end), level);
    }

    private static DivisionLevel levelOf(int digits) {
        for (DivisionLevel level : DivisionLevel.values()) {
            if (level.digits() == digits) {
                return level;
            }
        }
        throw new IllegalArgumentException("no level has " + digits + " digits");
    }

    private static boolean isZero(String digits, int from, int to) {
        for (int i = from; i < to; i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** The shortest exact form: what is stored, compared and sent. */
    public String value() {
        return value;
    }

    public DivisionLevel level() {
        return level;
    }

    /** The two digits of the province; every code has one. */
    public String province() {
        return value.substring(0, DivisionLevel.PROVINCE.digits());
    }

    /** The four digits of the city, absent for a province. */
    public Optional<String> city() {
        return part(DivisionLevel.CITY);
    }

    /**
     * The six digits of the district; absent above it, and absent for a town that lies directly under its city (whose code
     * has 00 where the district stands).
     */
    public Optional<String> district() {
        return part(DivisionLevel.DISTRICT);
    }

    /** The nine digits of the town or street, absent above it. */
    public Optional<String> town() {
        return part(DivisionLevel.TOWN);
    }

    /** The twelve digits of the village or community, absent above it. */
    public Optional<String> village() {
        return part(DivisionLevel.VILLAGE);
    }

    private Optional<String> part(DivisionLevel wanted) {
        if (level.compareTo(wanted) < 0 || isZero(value, wanted.start(), wanted.digits())) {
            return Optional.empty();
        }
        return Optional.of(value.substring(0, wanted.digits()));
    }

    /** The division directly above, absent for a province. */
    public Optional<DivisionCode> parent() {
        return level == DivisionLevel.PROVINCE
                ? Optional.empty()
                : Optional.of(shortest(value.substring(0, level.start())));
    }

    /**
     * Equality or a proper child: 440703 contains 440703, 440703101 and 440703101001, and never 440704. A partial order.
     * Both codes end at a level, so that equal leading digits are equal leading levels: {@code 44} with {@code 4407}, but
     * never a sibling that merely looks alike.
     */
    public boolean contains(DivisionCode other) {
        return other.value.startsWith(value);
    }

    public boolean isProperChildOf(DivisionCode other) {
        return !equals(other) && other.contains(this);
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DivisionCode that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
