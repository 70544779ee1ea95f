package org.pengjiang.identifiers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unified social credit code 统一社会信用代码 (GB 32100-2015): 18 characters of an alphabet of 31 (no I, O, S, V, Z).
 * Position 1 is the registering authority, 2 the kind, 3–8 the division of registration, 9–17 the organisation code with
 * its own check character (GB 11714) at 17, and 18 the check character over everything before it.
 *
 * <p>Both check characters must hold. A real enterprise can still carry a code that fails; such a code enters only
 * through {@link UsccOverride}. The division in the code is where the enterprise is registered, not where its project is.
 */
public final class Uscc implements Comparable<Uscc> {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int ORGANISATION_START = 8;
    private static final int ORGANISATION_CHECK = 16;
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final Set<String> KNOWN_PREFIXES = Set.of(
            "11", "12", "13", "19", "21", "29", "31", "32", "33", "34", "35", "39", "41", "49", "51", "52", "53", "59",
            "61", "62", "69", "71", "72", "79", "81", "89", "91", "92", "93", "A1", "A9", "N1", "N2", "N3", "N9", "Y1");

    private final String value;

    private Uscc(String value) {
        this.value = value;
    }

    /**
     * Reads a code; blanks, hyphens and invisible marks anywhere are removed, full-width letters narrowed and small ones raised
     * before the check.
     *
     * @throws InvalidIdentifier {@code USCC_BLANK}, {@code USCC_SHAPE}, {@code USCC_CHECK_DIGIT} (position 18) or
     *     {@code USCC_ORGANISATION_CHECK_DIGIT} (position 17, while 18 holds)
     */
    public static Uscc parse(@Nullable String raw) {
        Uscc code = shaped(raw);
        code.checkFault().ifPresent(fault -> {
            throw new InvalidIdentifier(fault);
        });
        return code;
    }

    /** As {@link #parse}, without throwing, and with the warnings of an accepted code. */
    public static Checked<Uscc> check(@Nullable String raw) {
        return Checked.of(() -> parse(raw), Uscc::warnings);
    }

    /** The shape alone; for {@link UsccOverride}, which is the only way past the check characters. */
    static Uscc shaped(@Nullable String raw) {
        String code = normalise(raw == null ? "" : KeyText.narrow(raw));
        if (code.isEmpty()) {
            throw new InvalidIdentifier("USCC_BLANK", "The unified social credit code is empty.", "统一社会信用代码为空。");
        }
        if (!SHAPE.matcher(code).matches()) {
            throw new InvalidIdentifier(
                    "USCC_SHAPE",
                    "A unified social credit code has 18 characters: digits and letters without I, O, S, V and Z,"
                            + " with digits at positions 3 to 8.",
                    "统一社会信用代码为18位数字或大写字母（不含I、O、S、V、Z），第3至8位为数字。");
        }
        return new Uscc(code);
    }

    /** Only ASCII letters are raised: a full Unicode mapping would turn foreign letters into members of the alphabet. */
    private static String normalise(String raw) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '-' && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                code.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
            }
        }
        return code.toString();
    }

    Optional<Finding> checkFault() {
        if (value.charAt(LENGTH - 1) != checkCharacter(value)) {
            return Optional.of(new Finding(
                    "USCC_CHECK_DIGIT",
                    "The last character does not fit the 17 before it: one of the 18 characters is wrong.",
                    "统一社会信用代码校验位（第18位）不符，请核对是否录入有误。"));
        }
        if (value.charAt(ORGANISATION_CHECK) != organisationCheckCharacter(value)) {
            return Optional.of(new Finding(
                    "USCC_ORGANISATION_CHECK_DIGIT",
                    "The check character of the organisation code (position 17) does not fit positions 9 to 16.",
                    "组织机构代码校验位（第17位）不符，请核对第9至16位。"));
        }
        return Optional.empty();
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        // the outer remainder matters: a sum divisible by 31 means 0, not one past the alphabet
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    private static char organisationCheckCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            // here letters count A = 10 … Z = 35, unlike in the alphabet of 31
            sum += Character.digit(code.charAt(ORGANISATION_START + i), Character.MAX_RADIX) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check % 11);
    }

    /** The 18 characters in capitals: what is stored, compared and sent. */
    public String value() {
        return value;
    }

    /** The organisation code (GB 11714), positions 9–17. */
    public String organisationCode() {
        return value.substring(ORGANISATION_START, ORGANISATION_CHECK + 1);
    }

    /** The division of registration, positions 3–8; absent where these digits are no division code. */
    public Optional<DivisionCode> registeredIn() {
        return Checked.of(() -> DivisionCode.parse(value.substring(2, ORGANISATION_START)), code -> List.of())
                .value();
    }

    /** {@link CheckLevel#CHECK_DIGIT}, or {@link CheckLevel#FORMAT} for a code that entered by an override. */
    public CheckLevel checkLevel() {
        return checkFault().isEmpty() ? CheckLevel.CHECK_DIGIT : CheckLevel.FORMAT;
    }

    /** {@code USCC_PREFIX_UNKNOWN}, {@code USCC_CHECK_OVERRIDDEN}; empty for an ordinary code. */
    public List<Finding> warnings() {
        List<Finding> warnings = new ArrayList<>();
        if (!KNOWN_PREFIXES.contains(value.substring(0, 2))) {
            warnings.add(new Finding(
                    "USCC_PREFIX_UNKNOWN",
                    "The first two characters name no known registering authority and kind.",
                    "前两位不是已知的登记管理部门和机构类别代码。"));
        }
        if (checkLevel() == CheckLevel.FORMAT) {
            warnings.add(new Finding(
                    "USCC_CHECK_OVERRIDDEN",
                    "The check characters do not hold; the code was accepted by two persons.",
                    "校验位不符，该代码经两人确认后采用。"));
        }
        return List.copyOf(warnings);
    }

    @Override
    public int compareTo(Uscc other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Uscc that && value.equals(that.value);
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
