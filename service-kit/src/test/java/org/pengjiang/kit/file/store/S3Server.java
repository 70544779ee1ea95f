package org.pengjiang.kit.file.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real server of S3 (S3Proxy over a folder) as a process of its own, which a test may kill. */
final class S3Server implements AutoCloseable {
    static final String BUCKET = "suite-files";
    static final String READY = "ready ";
    private static final AwsBasicCredentials KEYS = AwsBasicCredentials.create("a-test", "guards-nothing");
    private static final Duration PATIENT = Duration.ofSeconds(10);

    private final Path folder;
    private Process process;
    private int port;

    private S3Server(Path folder) throws IOException {
        this.folder = folder;
        this.process = launched(0);
        this.port = readyAt();
    }

    static S3Server start(Path folder) throws IOException {
        S3Server server = new S3Server(folder);
        try (S3Client client = server.location("").client()) {
            client.createBucket(bucket -> bucket.bucket(BUCKET));
        }
        return server;
    }

    /** Quarkus brings an older Guice under another name; the server needs its own. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*guice-5[^/]*-classes\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process launched(int onPort) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        S3ServerMain.class.getName(),
                        Files.createDirectories(folder.resolve("data")).toString(),
                        Integer.toString(onPort),
                        KEYS.accessKeyId(),
                        KEYS.secretAccessKey())
                .redirectError(folder.resolve("server.log").toFile())
                .start();
    }

    private int readyAt() throws IOException {
        // left open: the server may print more
        BufferedReader printed = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (String line = printed.readLine(); line != null; line = printed.readLine()) {
            if (line.startsWith(READY)) {
                return Integer.parseInt(line.substring(READY.length()));
            }
        }
        throw new IllegalStateException(Files.readString(folder.resolve("server.log")));
    }

    int port() {
        return port;
    }

    S3Location location(String prefix) {
        return location(prefix, port, PATIENT);
    }

    /** Through another port, such as that of a connection that breaks. */
    S3Location location(String prefix, int through, Duration timeout) {
        return new S3Location(
                URI.create("http://127.0.0.1:" + through), "us-east-1", BUCKET, prefix, true, () -> KEYS, timeout);
    }

    List<String> keys(String prefix) {
        try (S3Client client = location("").client()) {
            return client.listObjectsV2(request -> request.bucket(BUCKET).prefix(prefix)).contents().stream()
                    .map(S3Object::key)
                    .toList();
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** At the same address, with what it has kept. */
    void restart() throws IOException {
        process = launched(port);
        port = readyAt();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
