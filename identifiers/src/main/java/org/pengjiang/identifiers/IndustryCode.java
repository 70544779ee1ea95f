package org.pengjiang.identifiers;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code of the classification of industries (GB/T 4754): a letter A–T for the category, followed by 2 digits for the
 * division, 3 for the group or 4 for the class. The shape is checked here; whether the code exists is the question of
 * {@link IndustryTable}.
 *
 * @param value such as {@code C}, {@code C39}, {@code C396} or {@code C3961}
 */
public record IndustryCode(String value, IndustryEdition edition) implements Comparable<IndustryCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-T](?:[0-9]{2}(?:[0-9](?:[0-9])?)?)?");
    private static final int FIRST_MANUFACTURING = 13;
    private static final int LAST_MANUFACTURING = 43;

    /** How deep the code goes. */
    public enum Level {
        CATEGORY,
        DIVISION,
        GROUP,
        CLASS
    }

    /** @throws InvalidIdentifier {@code INDUSTRY_CODE_SHAPE} */
    public IndustryCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidIdentifier(
                    "INDUSTRY_CODE_SHAPE",
                    "An industry code is a letter from A to T, alone or with 2, 3 or 4 digits.",
                    "行业代码为A至T的一个字母，可后接2、3或4位数字。");
        }
    }

    /** Reads a code of GB/T 4754-2017, the edition in force; blanks around it and a small letter are mended. */
    public static IndustryCode parse(@Nullable String raw) {
        return parse(raw, IndustryEdition.GBT_4754_2017);
    }

    /** @throws InvalidIdentifier {@code INDUSTRY_CODE_SHAPE} */
    public static IndustryCode parse(@Nullable String raw, IndustryEdition edition) {
        String code = raw == null ? "" : KeyText.trimmed(raw);
        // by hand: the full Unicode mapping would turn a dotless i into category I
        if (!code.isEmpty() && code.charAt(0) >= 'a' && code.charAt(0) <= 't') {
            code = (char) (code.charAt(0) - 'a' + 'A') + code.substring(1);
        }
        return new IndustryCode(code, edition);
    }

    public Level level() {
        return switch (value.length()) {
            case 1 -> Level.CATEGORY;
            case 3 -> Level.DIVISION;
            case 4 -> Level.GROUP;
            default -> Level.CLASS;
        };
    }

    /**
     * Equality or a proper child of that prefix in the same edition: {@code C3961} starts with {@code C396}, {@code C39}
     * and {@code C}.
     *
     * @throws InvalidIdentifier {@code INDUSTRY_CODE_SHAPE} when the prefix is no code itself
     */
    public boolean startsWith(String prefix) {
        return startsWith(parse(prefix, edition));
    }

    /** As {@link #startsWith(String)}; always false across editions. */
    public boolean startsWith(IndustryCode prefix) {
        return edition == prefix.edition && value.startsWith(prefix.value);
    }

    /** Whether the code belongs to manufacturing: C13 to C43, or the whole category C. */
    public boolean isManufacturing() {
        if (value.charAt(0) != 'C' || level() == Level.CATEGORY) {
            return value.charAt(0) == 'C';
        }
        int division = Integer.parseInt(value.substring(1, 3));
        return division >= FIRST_MANUFACTURING && division <= LAST_MANUFACTURING;
    }

    @Override
    public int compareTo(IndustryCode other) {
        int byEdition = edition.compareTo(other.edition);
        return byEdition != 0 ? byEdition : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
