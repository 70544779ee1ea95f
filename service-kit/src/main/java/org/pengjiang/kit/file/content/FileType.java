package org.pengjiang.kit.file.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types of files that are taken. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    OFD("application/ofd", "ofd"),
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "png"),
    HEIC("image/heic", "heic", "heif"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    CSV("text/csv", "csv"),
    TXT("text/plain", "txt", "text", "log", "md"),
    ZIP("application/zip", "zip");

    /** Says nothing of the type. */
    public static final String ANY = "application/octet-stream";

    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z][A-Za-z0-9]{1,4})$");

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** A name that says nothing. */
    public String plainName() {
        return "file." + extensions.getFirst();
    }

    public static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /** A name without an extension fits every type. */
    boolean fits(String name) {
        String extension = extension(name);
        return extension == null || extensions.contains(extension);
    }

    boolean isText() {
        return this == CSV || this == TXT;
    }

    boolean isArchive() {
        return this == ZIP || this == OFD || this == DOCX || this == XLSX;
    }

    static boolean isCsv(String name) {
        return "csv".equals(extension(name));
    }

    private static @Nullable String extension(String name) {
        Matcher extension = EXTENSION.matcher(name);
        return extension.find() ? extension.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
