package org.pengjiang.kit.file.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** A content in a temporary file, with its digest. How it is kept differs from store to store. */
final class Received implements FileStore.Incoming {
    private static final String SUFFIX = ".incoming";
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    interface Keeping {
        void keep(Received content) throws IOException;
    }

    private final Path path;
    private final FileAddress address;
    private final long size;
    private final Keeping keeping;

    private Received(Path path, FileAddress address, long size, Keeping keeping) {
        this.path = path;
        this.address = address;
        this.size = size;
        this.keeping = keeping;
    }

    /** Written and forced to the disk. */
    static Received into(Path folder, InputStream content, Keeping keeping) throws IOException {
        Path path = Files.createTempFile(Files.createDirectories(folder), "", SUFFIX);
        try {
            MessageDigest digest = sha256();
            long size;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                size = content.transferTo(out);
            }
            force(path, StandardOpenOption.WRITE);
            return new Received(path, new FileAddress(HexFormat.of().formatHex(digest.digest())), size, keeping);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    /** A process that was killed leaves its file behind; a living one works on a file for less than a day. */
    static void tidy(Path folder) throws IOException {
        // by the clock that files are stamped by
        long now = System.currentTimeMillis();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toMillis() < now - LEFT_BEHIND.toMillis()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    static void force(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    @Override
    public FileAddress address() {
        return address;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public void keep() throws IOException {
        keeping.keep(this);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
