package org.pengjiang.project.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An investor's name for comparison: legal form, brackets, width and case do not count. Two equal names are a reason to
 * look, never to merge: 甲有限公司 and 甲集团 are different legal persons.
 */
final class InvestorName {
    private static final Pattern LEGAL_FORM =
            Pattern.compile("有限责任公司|股份有限公司|有限公司|股份|集团|公司|\\b(co|ltd|limited|inc|corp|group)\\b\\.?");
    private static final Pattern NOISE = Pattern.compile("[\\p{Punct}\\p{IsPunctuation}\\s]+");

    private InvestorName() {}

    static String normalised(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = NOISE.matcher(LEGAL_FORM.matcher(plain).replaceAll("")).replaceAll("");
        // a name that is nothing but its legal form is compared as it stands
        return bare.isEmpty() ? NOISE.matcher(plain).replaceAll("") : bare;
    }
}
