package org.pengjiang.appeal.model.filing;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.crypto.Digest;

/**
 * What whoever filed may look the appeal up with, without an account: 13 letters and digits, 65 random bits, in the alphabet of
 * Crockford's base 32. It is shown once and kept as a hash; with so many bits a slow hash adds nothing.
 */
public final class QueryCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 13;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String letters;

    private QueryCode(String letters) {
        this.letters = letters;
    }

    public static QueryCode random() {
        StringBuilder letters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new QueryCode(letters.toString());
    }

    /** As somebody typed it: small letters, whatever is no letter or digit, and letters that look like a digit, make no difference. */
    public static QueryCode typed(String text) {
        return new QueryCode(KeyText.of(text)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1"));
    }

    /** In groups that can be read out. */
    public String shown() {
        return letters.substring(0, 4) + '-' + letters.substring(4, 9) + '-' + letters.substring(9);
    }

    public String hash() {
        return HexFormat.of().formatHex(Digest.of(Digest.bytes("appeal.query-code"), Digest.bytes(letters)));
    }

    @Override
    public String toString() {
        return "a query code";
    }
}
