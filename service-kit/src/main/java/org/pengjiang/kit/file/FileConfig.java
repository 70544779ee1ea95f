package org.pengjiang.kit.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
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

    /** What keeps the contents. */
    @WithDefault("FOLDER")
    FileStoreKind store();

    /**
     * Where contents lie. Replicas share it, and other services do not. With S3 it holds what is on its way, and replicas need not
     * share it. The profile prod has no default for the store FOLDER: a temporary folder loses what people have handed in.
     */
    Optional<String> folder();

    S3 s3();

    /** The bucket of the store S3. */
    interface S3 {
        /** Such as https://s3.example.org; without it the one of the region at Amazon. */
        Optional<URI> endpoint();

        @WithDefault("us-east-1")
        String region();

        Optional<String> bucket();

        /** Of every key, before the name of the service. */
        Optional<String> prefix();

        /** {@code endpoint/bucket/key} rather than {@code bucket.endpoint/key}. */
        @WithDefault("true")
        boolean pathStyle();

        Optional<String> accessKey();

        Optional<String> secretKey();

        /** A mounted file that holds the key; read anew for each request, so that keys can be exchanged. */
        Optional<Path> accessKeyFile();

        Optional<Path> secretKeyFile();

        /** For an answer; a content that is sent has a second more for each MiB. */
        @WithDefault("5s")
        Duration timeout();
    }

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

    /** The same for a part of an upload. Longer than the store takes to keep a content. */
    @WithDefault("1h")
    Duration unreferencedParts();

    /** How often each replica looks for what has expired; {@code off} for never. */
    Period sweepEvery();

    /** How often each replica gives the scanner what it has not seen; {@code off} for never. */
    Period scanEvery();
}
