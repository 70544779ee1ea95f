package org.pengjiang.kit.file.content;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a sender says of a file, and where they say it.
 *
 * @param type a media type; null where they say none
 */
public record Claim(
        String name, String namePointer, @Nullable String type, String typePointer) {
    private static final String METADATA = "header:Upload-Metadata";

    /** In one request. */
    public static Claim ofRequest(String name, @Nullable String type) {
        return new Claim(name, "query:name", plain(type), "header:Content-Type");
    }

    /** Before the first of several parts. */
    public static Claim ofUpload(String name, @Nullable String type) {
        return new Claim(name, METADATA, plain(type), METADATA);
    }

    /** Without parameters; one that says nothing of the type is none. */
    private static @Nullable String plain(@Nullable String type) {
        String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty() || plain.equals(FileType.ANY) ? null : plain;
    }
}
