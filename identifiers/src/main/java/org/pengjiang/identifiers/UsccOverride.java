package org.pengjiang.identifiers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The acceptance of a code whose shape is right but whose check characters do not hold, because a few real enterprises
 * carry such codes. It needs a reason and two different persons; every part is to be stored with the code.
 *
 * @param uscc the accepted code, {@link CheckLevel#FORMAT}
 * @param reason why, up to 500 characters
 * @param firstPerson account of the one who asks for it
 * @param secondPerson account of the one who confirms it
 */
public record UsccOverride(Uscc uscc, String reason, String firstPerson, String secondPerson) {

    private static final int LONGEST_REASON = 500;

    /**
     * @throws InvalidIdentifier {@code USCC_OVERRIDE_NOT_NEEDED} when the check characters hold,
     *     {@code USCC_OVERRIDE_REASON}, {@code USCC_OVERRIDE_PERSONS} when one is missing or both are the same
     */
    public UsccOverride {
        if (uscc.checkLevel() != CheckLevel.FORMAT) {
            throw new InvalidIdentifier(
                    "USCC_OVERRIDE_NOT_NEEDED", "This code passes its checks: no override.", "该代码校验通过，无需特批。");
        }
        reason = reason.strip();
        firstPerson = firstPerson.strip();
        secondPerson = secondPerson.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new InvalidIdentifier(
                    "USCC_OVERRIDE_REASON", "An override needs a reason of 1 to 500 characters.", "特批须填写理由（1至500字）。");
        }
        if (firstPerson.isEmpty() || secondPerson.isEmpty() || same(firstPerson, secondPerson)) {
            throw new InvalidIdentifier(
                    "USCC_OVERRIDE_PERSONS", "An override needs two different persons.", "特批须由两名不同人员确认。");
        }
    }

    /**
     * @throws InvalidIdentifier as the constructor, and {@code USCC_BLANK} or {@code USCC_SHAPE}: a wrong shape can never
     *     be overridden
     */
    public static UsccOverride of(
            @Nullable String rawCode,
            @Nullable String reason,
            @Nullable String firstPerson,
            @Nullable String secondPerson) {
        return new UsccOverride(Uscc.shaped(rawCode), orEmpty(reason), orEmpty(firstPerson), orEmpty(secondPerson));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean same(String first, String second) {
        return first.toLowerCase(Locale.ROOT).equals(second.toLowerCase(Locale.ROOT));
    }
}
