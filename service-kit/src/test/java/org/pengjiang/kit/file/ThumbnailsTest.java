package org.pengjiang.kit.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.file.content.FileType;
import org.pengjiang.kit.file.store.FileAddress;
import org.pengjiang.kit.file.store.FileStore;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Many ask for small pictures at once, and a decoder needs much memory. */
class ThumbnailsTest {
    private static final byte[] PICTURE = picture();
    private final SlowStore store = new SlowStore();

    @Test
    void oneIsMadeAtATimeAndWhoWaitsTooLongIsToldToComeAgain() throws Exception {
        // Given
        Thumbnails thumbnails = thumbnails(Duration.ZERO);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<byte[]> first = threads.submit(() -> thumbnails.of(file("1", PICTURE.length)));
            store.opened.await();

            // When
            DomainException refused =
                    assertThrows(DomainException.class, () -> thumbnails.of(file("2", PICTURE.length)));
            store.mayGoOn.countDown();

            // Then
            assertEquals(KitProblem.UNAVAILABLE, refused.code());
            first.get();
            thumbnails.of(file("2", PICTURE.length));
        }
    }

    @Test
    void whoWaitsGetsTheirsAndOneThatWasMadeIsKept() throws Exception {
        // Given
        Thumbnails thumbnails = thumbnails(Duration.ofMinutes(1));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<byte[]> first = threads.submit(() -> thumbnails.of(file("1", PICTURE.length)));
            store.opened.await();
            Future<byte[]> second = threads.submit(() -> thumbnails.of(file("1", PICTURE.length)));

            // When
            store.mayGoOn.countDown();

            // Then
            assertArrayEquals(first.get(), second.get());
            assertArrayEquals(first.get(), thumbnails.of(file("1", PICTURE.length)));
            assertEquals(1, store.reads.get());
        }
    }

    @Test
    void aFileThatIsTooLargeForTheMemoryIsRefusedUnread() {
        DomainException refused = assertThrows(
                DomainException.class, () -> thumbnails(Duration.ZERO).of(file("1", (32 << 20) + 1)));

        assertEquals(KitProblem.THUMBNAIL_IMPOSSIBLE, refused.code());
        assertEquals(List.of("32 MiB"), refused.arguments());
        assertEquals(0, store.reads.get());
    }

    @Test
    void aContentThatTheStoreHasOnlyInPartIsNoPictureThatCannotBeDecoded() {
        store.mayGoOn.countDown();

        assertThrows(IOException.class, () -> thumbnails(Duration.ZERO).of(file("1", PICTURE.length + 1)));
    }

    private Thumbnails thumbnails(Duration longestWait) {
        return new Thumbnails(store, 32_000_000, longestWait);
    }

    private static StoredFile file(String digit, long size) {
        return new StoredFile(
                UUID.randomUUID(),
                "a.png",
                new FileAddress(digit.repeat(64)),
                size,
                FileType.PNG,
                9,
                9,
                null,
                ScanState.CLEAN,
                "somebody",
                Instant.EPOCH,
                null,
                null);
    }

    private static byte[] picture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** Has one picture, and gives it when it may. */
    private static final class SlowStore implements FileStore {
        private final AtomicInteger reads = new AtomicInteger();
        private final CountDownLatch opened = new CountDownLatch(1);
        private final CountDownLatch mayGoOn = new CountDownLatch(1);

        @Override
        public InputStream open(FileAddress address, long from, long length) throws IOException {
            reads.incrementAndGet();
            opened.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                throw new NoSuchFileException(address.sha256());
            }
            return new ByteArrayInputStream(PICTURE);
        }

        @Override
        public Incoming receive(InputStream content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(FileAddress address) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void tidy() {
            throw new UnsupportedOperationException();
        }
    }
}
