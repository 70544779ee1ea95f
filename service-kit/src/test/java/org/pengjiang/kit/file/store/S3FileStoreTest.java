package org.pengjiang.kit.file.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Contents in a bucket of a real server, which ends in the middle, does not answer, or is away. */
class S3FileStoreTest extends FileStoreContract {
    private static final int LARGE = 2 << 20;

    @TempDir
    static Path server;

    @TempDir
    Path incoming;

    private static S3Server s3;

    private final String prefix = UUID.randomUUID() + "/";

    @BeforeAll
    static void startServer() throws IOException {
        s3 = S3Server.start(server);
    }

    @AfterAll
    static void stopServer() throws InterruptedException {
        s3.close();
    }

    @Override
    FileStore newStore() {
        return new S3FileStore(s3.location(prefix), incoming);
    }

    @Override
    List<String> kept() {
        return s3.keys(prefix);
    }

    @Override
    List<String> onTheWay() throws IOException {
        try (Stream<Path> files = Files.list(incoming)) {
            return files.map(Path::toString).toList();
        }
    }

    @Override
    void cutShort(FileAddress address) {
        try (S3Client client = s3.location(prefix).client()) {
            client.putObject(
                    request -> request.bucket(S3Server.BUCKET).key(kept().getFirst()),
                    RequestBody.fromBytes("hel".getBytes(US_ASCII)));
        }
    }

    @Test
    void aServerThatIsKilledInTheMiddleOfAContentKeepsNothingOfIt() throws Exception {
        // Given
        byte[] large = large();
        FileAddress address;
        try (BreakingConnection killing = BreakingConnection.ofRequests(s3.port(), LARGE / 2, s3::kill)) {
            S3FileStore store = new S3FileStore(s3.location(prefix, killing.port(), Duration.ofSeconds(10)), incoming);

            // When
            try (FileStore.Incoming content = store.receive(new ByteArrayInputStream(large))) {
                address = content.address();
                assertThrows(IOException.class, content::keep);
            }
        } finally {
            s3.restart();
        }

        // Then
        assertThrows(NoSuchFileException.class, () -> read(address, 0, LARGE));
        // what the killed server itself has left has another key
        assertFalse(kept().stream().anyMatch(key -> key.endsWith(address.sha256())), kept()::toString);
        assertEquals(List.of(), onTheWay());
        assertEquals(address, put(large));
        assertArrayEquals(large, read(address, 0, LARGE));
    }

    @Test
    void aContentThatEndsTooEarlyIsNoWholeOne() throws Exception {
        // Given
        FileAddress address = put(large());
        try (BreakingConnection half = BreakingConnection.ofAnswers(s3.port(), LARGE / 2)) {
            S3FileStore store = new S3FileStore(s3.location(prefix, half.port(), Duration.ofSeconds(10)), incoming);

            // When
            try (InputStream content = store.open(address, 0, LARGE)) {
                // Then
                assertThrows(IOException.class, content::readAllBytes);
            }
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() throws IOException {
        // Given
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            S3FileStore store =
                    new S3FileStore(s3.location(prefix, silent.getLocalPort(), Duration.ofMillis(300)), incoming);

            // When, then: it ends at all
            assertFailsForNow(() -> store.open(OF_HELLO, 0, 5));
            assertFailsForNow(() -> store.delete(OF_HELLO));
            try (FileStore.Incoming content = store.receive(new ByteArrayInputStream(HELLO))) {
                assertFailsForNow(content::keep);
            }
        }
    }

    @Test
    void aServerThatIsAwayIsNoMissingContent() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        S3FileStore store = new S3FileStore(s3.location(prefix, nobody, Duration.ofSeconds(10)), incoming);

        assertFailsForNow(() -> store.open(OF_HELLO, 0, 5));
        assertFailsForNow(() -> store.delete(OF_HELLO));
    }

    @Test
    void oneServiceDoesNotSeeWhatAnotherKeepsInTheSameBucket() throws IOException {
        put(HELLO);
        S3FileStore other = new S3FileStore(s3.location("other/"), incoming);

        assertThrows(NoSuchFileException.class, () -> other.open(OF_HELLO, 0, 5));
    }

    private static void assertFailsForNow(org.junit.jupiter.api.function.Executable call) {
        IOException failure = assertThrows(IOException.class, call);
        assertFalse(failure instanceof NoSuchFileException, failure::toString);
    }

    private static byte[] large() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        byte[] content = new byte[LARGE];
        new Random(seed).nextBytes(content);
        return content;
    }
}
