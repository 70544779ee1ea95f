package org.pengjiang.identifiers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number: mobile, landline with or without extension, or 400/800 service number of mainland China, and with
 * its country code any other, Hong Kong, Macao and Taiwan among them. Stored as E.164 and an extension apart.
 *
 * <p>It is personal data, so {@link #toString()} is masked: a number reaches a log or a list in full only when somebody
 * asks for {@link #value()} by name.
 */
public final class PhoneNumber {

    private static final String HOME = "CN";
    private static final int HOME_CODE = 86;
    private static final int LONGEST = 40;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    /** Nothing the number parser could read as letters, names or several numbers. */
    private static final Pattern WRITING = Pattern.compile("\\+?[0-9 ().-]+");

    private static final Pattern SEPARATORS = Pattern.compile("[ ().-]");
    private static final Pattern HOME_MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern WITH_EXTENSION =
            Pattern.compile("(.+?)(?:;ext=| *(?:转|分机|ext\\.?) *)([0-9]{1,6})|(0[0-9]{2,3}-?[0-9]{7,8})-([0-9]{1,6})");
    /** Number plans grow faster than their tables: these shapes hold even where the table knows no such range yet. */
    private static final Pattern NEWER_RANGE = Pattern.compile("\\+861[3-9][0-9]{9}|\\+85[23][0-9]{8}");

    private static final Pattern STORED_MOBILE = Pattern.compile("\\+861[3-9][0-9]{9}");

    /** What kind of line it is, as far as the number tells. */
    public enum Kind {
        MOBILE,
        LANDLINE,
        /** A 400 or 800 number. */
        SERVICE,
        OTHER
    }

    private final String e164;
    private final @Nullable String extension;
    private final Kind kind;
    private final String masked;

    private PhoneNumber(String e164, @Nullable String extension, Kind kind, String masked) {
        this.e164 = e164;
        this.extension = extension;
        this.kind = kind;
        this.masked = masked;
    }

    /**
     * Reads a number as people write it: {@code 13812341234}, {@code +86 138 1234 1234}, {@code 0086…}, {@code 0750-8222228},
     * {@code 0750-8222228-123}, {@code 0750-8222228转123}, {@code 400-123-4567}, {@code +852 2123 4567}; also its own {@link #value()}. Digits and signs
     * may be of full width, and invisible marks that were pasted along count for nothing. Without a country code it is a number of mainland China, and a landline needs its area code.
     *
     * @throws InvalidIdentifier {@code PHONE_SHAPE} (no way to write a number), {@code PHONE_NUMBER} (no such number)
     */
    public static PhoneNumber parse(@Nullable String raw) {
        // most numbers are mobiles, and are read far more often than written: their shape says all that the tables
        // would
        return raw != null && STORED_MOBILE.matcher(raw).matches()
                ? new PhoneNumber(raw, null, Kind.MOBILE, hidden(raw.substring(3), 3, 4))
                : parseByTables(raw);
    }

    static PhoneNumber parseByTables(@Nullable String raw) {
        String text = raw == null ? "" : KeyText.narrow(raw);
        String extension = null;
        Matcher extended = WITH_EXTENSION.matcher(text);
        if (text.length() <= LONGEST && extended.matches()) {
            text = extended.group(1) != null ? extended.group(1) : extended.group(3);
            extension = extended.group(2) != null ? extended.group(2) : extended.group(4);
        }
        if (text.length() > LONGEST || !WRITING.matcher(text).matches()) {
            throw new InvalidIdentifier(
                    "PHONE_SHAPE",
                    "A phone number consists of digits, blanks, hyphens, brackets and a leading plus sign.",
                    "电话号码只能包含数字、空格、连字符、括号和开头的加号。");
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(unmistakable(text), HOME);
            String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
            if (NUMBERS.isValidNumber(number) || NEWER_RANGE.matcher(e164).matches()) {
                Kind kind = kindOf(number, e164);
                return new PhoneNumber(e164, extension, kind, mask(number, kind));
            }
        } catch (NumberParseException e) {
            throw noSuchNumber();
        }
        throw noSuchNumber();
    }

    /** Without its country code a mobile such as 179xx00… would be taken for the carrier's prefix of a call abroad. */
    private static String unmistakable(String text) {
        String digits = SEPARATORS.matcher(text).replaceAll("");
        return HOME_MOBILE.matcher(digits).matches() ? "+" + HOME_CODE + digits : text;
    }

    private static InvalidIdentifier noSuchNumber() {
        return new InvalidIdentifier(
                "PHONE_NUMBER",
                "There is no such phone number; a landline needs its area code, a number abroad its country code.",
                "电话号码无效：固定电话须加区号，境外及港澳台号码须加国家或地区代码。");
    }

    private static Kind kindOf(Phonenumber.PhoneNumber number, String e164) {
        return switch (NUMBERS.getNumberType(number)) {
            case MOBILE -> Kind.MOBILE;
            case FIXED_LINE -> Kind.LANDLINE;
            case TOLL_FREE, SHARED_COST, UAN -> Kind.SERVICE;
            default -> e164.startsWith("+861") ? Kind.MOBILE : Kind.OTHER;
        };
    }

    private static String mask(Phonenumber.PhoneNumber number, Kind kind) {
        String national = NUMBERS.getNationalSignificantNumber(number);
        if (number.getCountryCode() != HOME_CODE) {
            return "+" + number.getCountryCode() + hidden(national, 0, 2);
        }
        return switch (kind) {
            case MOBILE -> hidden(national, 3, 4);
            case LANDLINE -> "0" + hidden(national, NUMBERS.getLengthOfGeographicalAreaCode(number), 2);
            case SERVICE, OTHER -> hidden(national, 3, 2);
        };
    }

    /** Keeps so many digits at either end and hides the rest, never fewer than four. */
    private static String hidden(String digits, int head, int tail) {
        int shownTail = Math.max(0, Math.min(tail, digits.length() - head - 4));
        int stars = digits.length() - head - shownTail;
        return digits.substring(0, head) + "*".repeat(stars) + digits.substring(digits.length() - shownTail);
    }

    /** The number in E.164 without its extension, such as {@code +8613812341234}: what an exact search goes by. */
    public String e164() {
        return e164;
    }

    public Optional<String> extension() {
        return Optional.ofNullable(extension);
    }

    /** What is stored: E.164, with {@code ;ext=} and the extension where there is one. */
    public String value() {
        return extension == null ? e164 : e164 + ";ext=" + extension;
    }

    public Kind kind() {
        return kind;
    }

    /** For lists: {@code 138****1234}, {@code 0750*****28}, {@code +852******67}; never the extension. */
    public String masked() {
        return masked;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PhoneNumber that && value().equals(that.value());
    }

    @Override
    public int hashCode() {
        return value().hashCode();
    }

    /** Masked, see {@link #masked()}. */
    @Override
    public String toString() {
        return masked;
    }
}
