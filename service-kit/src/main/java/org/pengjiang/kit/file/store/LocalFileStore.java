package org.pengjiang.kit.file.store;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Contents in a folder: {@code ab/cd/abcd…}. A content is written to a file of its own, forced to the disk and renamed, so that a
 * crash leaves the whole of it or nothing. Replicas share the folder.
 */
public final class LocalFileStore implements FileStore {
    private static final String INCOMING = "incoming";

    private final Path folder;

    public LocalFileStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public Incoming receive(InputStream content) throws IOException {
        return Received.into(folder.resolve(INCOMING), content, this::keep);
    }

    private void keep(Received content) throws IOException {
        Path place = place(content.address());
        if (Files.exists(place) && Files.size(place) == content.size()) {
            return;
        }
        Path parent = place.getParent();
        if (parent == null) {
            throw new IllegalStateException(place + " has no folder");
        }
        Files.createDirectories(parent);
        Files.move(content.path(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // the names, up to the folder itself, survive a crash as the bytes do
        for (Path named = parent; named != null && named.startsWith(folder); named = named.getParent()) {
            Received.force(named, StandardOpenOption.READ);
        }
    }

    @Override
    public InputStream open(FileAddress address, long from, long length) throws IOException {
        FileChannel channel = FileChannel.open(place(address), StandardOpenOption.READ);
        channel.position(from);
        return new Part(new BufferedInputStream(Channels.newInputStream(channel)), length);
    }

    @Override
    public void delete(FileAddress address) throws IOException {
        Files.deleteIfExists(place(address));
    }

    @Override
    public void tidy() throws IOException {
        Received.tidy(folder.resolve(INCOMING));
    }

    private Path place(FileAddress address) {
        String name = address.sha256();
        return folder.resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    /** No more than the part that was asked for. */
    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream whole, long length) {
            super(whole);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int read = left > 0 ? super.read() : -1;
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            if (most == 0) {
                return 0;
            }
            int read = left > 0 ? super.read(into, offset, (int) Math.min(most, left)) : -1;
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long most) throws IOException {
            long skipped = super.skip(Math.min(most, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(super.available(), left);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
