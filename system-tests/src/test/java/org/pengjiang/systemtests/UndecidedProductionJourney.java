package org.pengjiang.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A packaged service, started in production by somebody who has not said everything. It needs no suite beside it. */
@Order(0)
@Execution(ExecutionMode.CONCURRENT)
class UndecidedProductionJourney {
    private static final String MESSAGE = "Production has no default for these settings, and they are not set: ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"project-service, 'SUITE_FILES_FOLDER, '", "team-service, ''", "appeal-service, 'SUITE_FILES_FOLDER, '"
    })
    void nothingSaidEndsWithOneMessageThatNamesEverything(String service, String own) throws Exception {
        // When
        String said = startedInVain(service, Map.of());

        // Then
        assertTrue(
                said.contains(MESSAGE + "SUITE_CRYPTO_INDEX_KEY, SUITE_CRYPTO_KEYS,"
                        + " SUITE_DATABASE_OWNER_PASSWORD, SUITE_DATABASE_PASSWORD,"
                        + " SUITE_DATABASE_URL, SUITE_DIVISION, " + own + "SUITE_ISSUER, SUITE_JWKS_URL, SUITE_KAFKA,"
                        + " SUITE_NOTICES_CHANNEL."),
                said);
    }

    @Test
    void whatIsLeftIsNamedAlone() throws Exception {
        // When
        String said = startedInVain(
                "team-service",
                Map.of(
                        "SUITE_ISSUER", "http://127.0.0.1:1/realms/none",
                        "SUITE_JWKS_URL", "http://127.0.0.1:1/certs",
                        "SUITE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none",
                        "SUITE_DATABASE_PASSWORD", "unread",
                        "SUITE_DATABASE_OWNER_PASSWORD", "unread",
                        "SUITE_KAFKA", "127.0.0.1:1",
                        "SUITE_CRYPTO_KEYS", "k1:unread",
                        "SUITE_CRYPTO_INDEX_KEY", "unread"));

        // Then
        assertTrue(said.contains(MESSAGE + "SUITE_DIVISION, SUITE_NOTICES_CHANNEL."), said);
    }

    private String startedInVain(String service, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path jar = Path.of(System.getProperty("suite.home"), service, "target/quarkus-app/quarkus-run.jar");
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(90, TimeUnit.SECONDS), service);
            assertNotEquals(0, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertEquals(1, said.split("not set: ", -1).length - 1, said);
        return said;
    }
}
