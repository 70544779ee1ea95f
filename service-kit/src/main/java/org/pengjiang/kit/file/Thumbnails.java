package org.pengjiang.kit.file;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.pengjiang.kit.file.content.Thumbnail;
import org.pengjiang.kit.file.store.FileAddress;
import org.pengjiang.kit.file.store.FileStore;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Thumbnails, made one at a time: a decoder needs much memory, inside the heap and outside of it. The last ones are kept. */
@ApplicationScoped
class Thumbnails {
    /** A file is in memory as a whole while its thumbnail is made. */
    private static final int MOST_BYTES = 32 << 20;

    private static final long KEPT_BYTES = 8L << 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final FileStore store;
    private final long mostPixels;
    private final Duration longestWait;
    private final Semaphore decoder = new Semaphore(1, true);
    /** By the content, which never changes. */
    private final Cache<FileAddress, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .<FileAddress, byte[]>weigher((content, thumbnail) -> thumbnail.length)
            .build();

    @Inject
    Thumbnails(FileStore store, FileConfig config) {
        this(store, config.thumbnailPixels(), LONGEST_WAIT);
    }

    Thumbnails(FileStore store, long mostPixels, Duration longestWait) {
        this.store = store;
        this.mostPixels = mostPixels;
        this.longestWait = longestWait;
    }

    /** @throws DomainException THUMBNAIL_IMPOSSIBLE, and UNAVAILABLE when others wait for theirs for too long */
    byte[] of(StoredFile file) throws IOException {
        byte[] known = kept.getIfPresent(file.address());
        if (known != null) {
            return known;
        }
        Thumbnail.requirePossible(file.type());
        if (file.size() > MOST_BYTES) {
            throw new DomainException(KitProblem.THUMBNAIL_IMPOSSIBLE, (file.size() >> 20) + " MiB");
        }
        waitForTheDecoder();
        try {
            byte[] madeMeanwhile = kept.getIfPresent(file.address());
            return madeMeanwhile == null ? make(file) : madeMeanwhile;
        } finally {
            decoder.release();
        }
    }

    private void waitForTheDecoder() {
        try {
            if (decoder.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new DomainException(KitProblem.UNAVAILABLE);
    }

    private byte[] make(StoredFile file) throws IOException {
        Integer orientation = file.photo() == null ? null : file.photo().orientation();
        byte[] thumbnail = Thumbnail.of(file.type(), bytes(file), orientation, mostPixels);
        kept.put(file.address(), thumbnail);
        return thumbnail;
    }

    private byte[] bytes(StoredFile file) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(file.size())];
        try (InputStream content = store.open(file.address(), 0, file.size())) {
            if (content.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                throw new EOFException(file.address() + " is cut off");
            }
            return bytes;
        }
    }
}
