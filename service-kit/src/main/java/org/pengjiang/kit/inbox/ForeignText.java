package org.pengjiang.kit.inbox;

import org.jspecify.annotations.Nullable;

/** Cleans texts that others wrote, so that every column and every log line takes them. */
final class ForeignText {
    private static final char REPLACEMENT = '\uFFFD';

    private ForeignText() {}

    /** Without control characters and halves of characters, and not longer than this. */
    static String clean(@Nullable String text, int longest) {
        String known = text == null ? "" : text;
        StringBuilder clean = new StringBuilder(Math.min(known.length(), longest));
        int i = 0;
        while (i < known.length() && clean.length() < longest) {
            int character = known.codePointAt(i);
            i += Character.charCount(character);
            if (Character.isWhitespace(character)) {
                clean.append(' ');
            } else if (Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE) {
                clean.append(REPLACEMENT);
            } else if (clean.length() + Character.charCount(character) <= longest) {
                clean.appendCodePoint(character);
            } else {
                break;
            }
        }
        return clean.toString();
    }
}
