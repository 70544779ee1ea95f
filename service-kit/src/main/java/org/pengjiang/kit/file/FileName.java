package org.pengjiang.kit.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.pengjiang.kit.file.content.FileType;

/** The name of a file on its way out. */
final class FileName {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private FileName() {}

    /**
     * {@code Content-Disposition} with the name by RFC 8187, and in ASCII for whoever does not read that. A picture is shown,
     * everything else is saved: what a browser would run it does not open.
     */
    static String disposition(String name, FileType type) {
        boolean isShown = type == FileType.JPEG || type == FileType.PNG;
        String safe = name.replaceAll("[/\\\\]", "_");
        return (isShown ? "inline" : "attachment") + "; filename=\"" + ascii(safe) + "\"; filename*=UTF-8''"
                + encoded(safe);
    }

    private static String ascii(String name) {
        return name.replaceAll("[^\\x20-\\x7e]|[\"%]", "_");
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(UTF_8)) {
            if (octet > 0 && PLAIN.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append("%%%02X".formatted(octet & 0xff));
            }
        }
        return encoded.toString();
    }
}
