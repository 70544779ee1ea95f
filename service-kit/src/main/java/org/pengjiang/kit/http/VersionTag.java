package org.pengjiang.kit.http;

import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tag {@code "V-H"}: V is the version that commands are decided on, H stands for the bytes that this caller is shown.
 * Two representations with one tag are equal byte for byte. A tag of an earlier release is {@code "V"}.
 */
final class VersionTag {
    /** Enough that two representations of one version never meet, and a whole number of characters. */
    private static final int HASH_BYTES = 9;

    private static final Pattern FORM = Pattern.compile("\"(0|[1-9][0-9]{0,17})(?:-[A-Za-z0-9_-]{12})?\"");

    private VersionTag() {}

    static EntityTag of(long version, byte[] shown) {
        return new EntityTag(version + "-" + hash(shown));
    }

    /** V of a strong tag as it stands in a header; empty for a weak one and one that we did not make. */
    static OptionalLong version(String tag) {
        Matcher form = FORM.matcher(tag);
        return form.matches() ? OptionalLong.of(Long.parseLong(form.group(1))) : OptionalLong.empty();
    }

    private static String hash(byte[] shown) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(shown);
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
