package org.pengjiang.kit.person;

import java.util.regex.Pattern;

/** Finds in a text that others read or that is kept for good what must not stand there: a mobile or a citizen's identity number. */
public final class PersonalNumbers {
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final Pattern CITIZEN = Pattern.compile(
            "(?<!\\d)[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?!\\w)");

    private PersonalNumbers() {}

    public static boolean standIn(String text) {
        return MOBILE.matcher(text).find() || CITIZEN.matcher(text).find();
    }
}
