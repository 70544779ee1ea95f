package org.pengjiang.note;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The notes service with little of everything, behind a proxy that it trusts: the tests of its limits share one start. None
 * of them comes near the limit of another.
 *
 * <p>Of ten connections requests have eight, seven at most for reads and for commands and two for bulk work; an account has
 * half of each. There is room for uploads of four mebibytes, of which an account has two, and for tables of 32, of which it
 * has 16; a process that is gone has left a file behind.
 */
public class Limited implements QuarkusTestProfile {
    static final int POOL = 10;
    static final int IN_FLIGHT = 16;
    static final int BODY_SECONDS = 8;
    static final int GUESSES = 4;
    static final int MEBIBYTE = 1 << 20;
    static final Path FOLDER = folder();
    static final Path LEFT_BEHIND = FOLDER.resolve("suite-received-999999999/left.upload");

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.datasource.jdbc.max-size", Integer.toString(POOL),
                "suite.http.max-in-flight", Integer.toString(IN_FLIGHT),
                "suite.http.work.longest-wait", "300ms",
                "suite.body.deadline", BODY_SECONDS + "s",
                "suite.http.uploads-bytes", Integer.toString(4 * MEBIBYTE),
                "suite.http.tables-bytes", Integer.toString(32 * MEBIBYTE),
                "suite.body.upload-folder", FOLDER.toString(),
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
                "suite.http.rate-limit.failures-per-minute", Integer.toString(GUESSES));
    }

    /** One for all class loaders that read this class. */
    private static Path folder() {
        try {
            String known = System.getProperty("suite.test.upload-folder");
            Path folder = known == null ? Files.createTempDirectory("uploads") : Path.of(known);
            if (known == null) {
                System.setProperty("suite.test.upload-folder", folder.toString());
                Files.createDirectories(folder.resolve("suite-received-999999999"));
                Files.writeString(folder.resolve("suite-received-999999999/left.upload"), "left behind");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
