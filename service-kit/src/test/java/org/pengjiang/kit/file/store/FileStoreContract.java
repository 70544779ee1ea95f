package org.pengjiang.kit.file.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store keeps to: contents are whole or not there, and once each. */
abstract class FileStoreContract {
    static final byte[] HELLO = "hello".getBytes(UTF_8);
    static final FileAddress OF_HELLO =
            new FileAddress("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");

    private FileStore store;

    /** An empty one. */
    abstract FileStore newStore() throws IOException;

    /** What it keeps, by names that end with the SHA-256; and what it has left on its way. */
    abstract List<String> kept() throws IOException;

    abstract List<String> onTheWay() throws IOException;

    /** Cuts the kept content short, as a broken disk would. */
    abstract void cutShort(FileAddress address) throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = newStore();
    }

    @Test
    void aContentIsFoundByItsDigest() throws IOException {
        FileAddress address = put(HELLO);

        assertEquals(OF_HELLO, address);
        assertArrayEquals(HELLO, read(address, 0, 5));
        assertEquals(1, kept().size());
        assertTrue(kept().getFirst().endsWith("2c/f2/" + OF_HELLO), kept()::toString);
        assertEquals(List.of(), onTheWay());
    }

    @Test
    void aPartIsReadAlone() throws IOException {
        put(HELLO);

        assertEquals("ell", new String(read(OF_HELLO, 1, 3), UTF_8));
        assertEquals("lo", new String(read(OF_HELLO, 3, 100), UTF_8));
        assertEquals("", new String(read(OF_HELLO, 5, 100), UTF_8));
        assertEquals("", new String(read(OF_HELLO, 0, 0), UTF_8));
    }

    @Test
    void whoReadsNoFurtherMayCloseAndReadAnew() throws IOException {
        byte[] large = new byte[1 << 20];
        large[large.length - 1] = 1;
        FileAddress address = put(large);

        try (InputStream begun = store.open(address, 0, large.length)) {
            assertEquals(0, begun.read());
        }

        assertArrayEquals(large, read(address, 0, large.length));
    }

    @Test
    void whatIsNotThereSaysSo() {
        assertThrows(NoSuchFileException.class, () -> read(OF_HELLO, 0, 5));
    }

    @Test
    void whatIsNotKeptIsGone() throws IOException {
        try (FileStore.Incoming incoming = store.receive(new ByteArrayInputStream(HELLO))) {
            assertEquals(5, incoming.size());
            assertTrue(Files.exists(incoming.path()));
        }

        assertThrows(NoSuchFileException.class, () -> read(OF_HELLO, 0, 5));
        assertEquals(List.of(), kept());
        assertEquals(List.of(), onTheWay());
    }

    @Test
    void aSenderWhoBreaksOffLeavesNothing() throws IOException {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });

        assertThrows(IOException.class, () -> store.receive(broken));
        assertEquals(List.of(), kept());
        assertEquals(List.of(), onTheWay());
    }

    @Test
    void manyWritersOfTheSameContentAreOne() throws Exception {
        // Given
        int writers = 8;
        CyclicBarrier together = new CyclicBarrier(writers);
        Callable<FileAddress> writer = () -> {
            try (FileStore.Incoming incoming = store.receive(new ByteArrayInputStream(HELLO))) {
                together.await();
                incoming.keep();
                return incoming.address();
            }
        };

        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<FileAddress>> written = threads.invokeAll(
                    IntStream.range(0, writers).mapToObj(i -> writer).toList());

            // Then
            for (Future<FileAddress> one : written) {
                assertEquals(OF_HELLO, one.get());
            }
        }
        assertEquals(1, kept().size());
        assertArrayEquals(HELLO, read(OF_HELLO, 0, 5));
    }

    @Test
    void aContentThatWasCutShortIsReplacedByTheWhole() throws IOException {
        put(HELLO);
        cutShort(OF_HELLO);

        put(HELLO);

        assertArrayEquals(HELLO, read(OF_HELLO, 0, 5));
    }

    @Test
    void whatIsDeletedIsGoneAndMayBeDeletedAgain() throws IOException {
        put(HELLO);

        store.delete(OF_HELLO);
        store.delete(OF_HELLO);

        assertThrows(NoSuchFileException.class, () -> read(OF_HELLO, 0, 5));
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAfterADay() throws IOException {
        // Given
        FileStore.Incoming left = store.receive(new ByteArrayInputStream(HELLO));
        FileStore.Incoming atWork = store.receive(new ByteArrayInputStream(HELLO));
        Files.setLastModifiedTime(left.path(), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        // When
        store.tidy();

        // Then
        assertFalse(Files.exists(left.path()));
        assertTrue(Files.exists(atWork.path()));
        atWork.close();
    }

    FileAddress put(byte[] content) throws IOException {
        try (FileStore.Incoming incoming = store.receive(new ByteArrayInputStream(content))) {
            incoming.keep();
            return incoming.address();
        }
    }

    byte[] read(FileAddress address, long from, long length) throws IOException {
        try (InputStream part = store.open(address, from, length)) {
            return part.readAllBytes();
        }
    }
}
