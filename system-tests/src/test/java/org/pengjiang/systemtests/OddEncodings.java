package org.pengjiang.systemtests;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pengjiang.systemtests.HostileBodies.Body;

/** One body in every encoding that a caller could think of, cut off, and mixed with bytes that are no text. */
final class OddEncodings {
    private static final int CUTS = 4;
    private static final int BROKEN_BYTES = 6;

    /** Bytes alone, without any body. */
    private static final List<String> BYTES = List.of(
            "",
            "00",
            "0000",
            "000000",
            "00000000",
            "00007b00",
            "007b0000",
            "0000007b",
            "7b000000",
            "007b",
            "7b00",
            "feff",
            "fffe",
            "0000feff",
            "fffe0000",
            "feff0000",
            "0000fffe",
            "efbbbf",
            "efbb",
            "efbbbf7b",
            "ff",
            "c080",
            "eda080",
            "f8808080",
            "7b22c0af223a317d",
            "7b22eda080223a317d",
            "7b22e4",
            "7b22f09f98",
            "1f8b08");

    private static final Map<String, String> BYTE_ORDER_MARKS = Map.of(
            "UTF-8", "efbbbf", "UTF-16BE", "feff", "UTF-16LE", "fffe", "UTF-32BE", "0000feff", "UTF-32LE", "fffe0000");

    private OddEncodings() {}

    static List<Body> seenToFail() {
        return Stream.of("00007b00", "007b0000")
                .map(hex -> new Body("bytes " + hex, bytes(hex)))
                .toList();
    }

    static List<Body> of(String text, Random random) {
        List<Body> bodies = new ArrayList<>();
        BYTES.forEach(hex -> bodies.add(new Body("bytes " + hex, bytes(hex))));
        new TreeMap<>(BYTE_ORDER_MARKS).forEach((name, mark) -> {
            byte[] encoded = text.getBytes(Charset.forName(name));
            bodies.add(new Body(name, encoded));
            bodies.add(new Body(name + " with its mark", joined(bytes(mark), encoded)));
            bodies.add(new Body(name + " without its last byte", Arrays.copyOf(encoded, encoded.length - 1)));
        });
        bodies.add(new Body("GB18030", text.getBytes(Charset.forName("GB18030"))));
        bodies.add(new Body("ISO-8859-1", (text + "\u00e4").getBytes(StandardCharsets.ISO_8859_1)));
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < CUTS; i++) {
            int end = random.nextInt(plain.length);
            bodies.add(new Body("cut off after " + end, Arrays.copyOf(plain, end)));
        }
        for (int i = 0; i < BROKEN_BYTES; i++) {
            byte[] broken = plain.clone();
            int at = random.nextInt(plain.length);
            broken[at] = (byte) random.nextInt(256);
            bodies.add(new Body("byte %02x at %d".formatted(broken[at], at), broken));
        }
        return bodies;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
