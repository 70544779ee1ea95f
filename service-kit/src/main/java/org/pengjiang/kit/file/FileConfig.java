package org.pengjiang.kit.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.pengjiang.kit.file.content.FileType;
import org.pengjiang.kit.supervision.Period;

/** Where files lie, and how much of them there may be. */
@ConfigMapping(prefix = "suite.files")
interface FileConfig {
    /** Decided when the service is built: without it there are no such operations. */
    @WithDefault("false")
    boolean enabled();

    /** Replicas share it. The profile prod has no default: a temporary folder loses what people have handed in. */
    Optional<String> folder();

    /** The types that are taken. */
    @WithDefault("PDF,OFD,JPEG,PNG,HEIC,DOCX,XLSX,CSV,TXT,ZIP")
    Set<FileType> types();

    /** The largest file, in parts or not. */
    @WithDefault("209715200")
    long mostBytes();

    /** How much one account may have handed in without attaching it. */
    @WithDefault("1073741824")
    long waitingBytes();

    /** A larger picture has no thumbnail. */
    @WithDefault("32000000")
    long thumbnailPixels();

    /** What was begun and not finished, and what was uploaded and not attached, is removed after this long. */
    @WithDefault("7d")
    Duration unfinished();

    /** A content that nobody refers to any more stays this long. */
    @WithDefault("24h")
    Duration unreferenced();

    /** How often each replica looks for what has expired; {@code off} for never. */
    Period sweepEvery();

    /** How often each replica gives the scanner what it has not seen; {@code off} for never. */
    Period scanEvery();
}
