package org.pengjiang.kit.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The encoding of a JSON text is seen by its byte order mark, or by the zeros around its first characters (RFC 4627). */
final class JsonEncoding {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonEncoding() {}

    /** Some bytes are no character. */
    static final class Malformed extends Exception {
        private final String sound;

        private Malformed(String sound) {
            super(null, null, false, false);
            this.sound = sound;
        }

        /** What stands before them. */
        String sound() {
            return sound;
        }
    }

    /** Without a byte order mark. */
    static String decoded(byte[] body) throws Malformed {
        CharsetDecoder decoder = of(body).newDecoder();
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(body.length * (double) decoder.maxCharsPerByte()));
        CoderResult result = decoder.decode(ByteBuffer.wrap(body), text, true);
        text.flip();
        if (text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK) {
            text.get();
        }
        if (result.isError()) {
            throw new Malformed(text.toString());
        }
        return text.toString();
    }

    private static Charset of(byte[] body) {
        int first = at(body, 0);
        int second = at(body, 1);
        if (body.length >= 4) {
            int third = at(body, 2);
            int fourth = at(body, 3);
            boolean bigMark = first == 0 && second == 0 && third == 0xFE && fourth == 0xFF;
            if (bigMark || (first == 0 && second == 0 && third == 0)) {
                return UTF_32BE;
            }
            boolean littleMark = first == 0xFF && second == 0xFE && third == 0 && fourth == 0;
            if (littleMark || (second == 0 && third == 0 && fourth == 0)) {
                return UTF_32LE;
            }
        }
        if (body.length >= 2) {
            if (first == 0 || (first == 0xFE && second == 0xFF)) {
                return StandardCharsets.UTF_16BE;
            }
            if (second == 0 || (first == 0xFF && second == 0xFE)) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static int at(byte[] body, int index) {
        return index < body.length ? body[index] & 0xFF : -1;
    }
}
