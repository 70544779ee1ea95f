package org.pengjiang.localstack.keycloak;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.process.Ports;

/** What stands in Keycloak's way is said in one sentence. That it runs shows the journey of the system tests. */
class KeycloakRefusalsTest {

    @TempDir
    private Path folder;

    @Test
    void tooLittleMemoryIsNamedWithTheWayOut() throws Exception {
        // Given
        Path little = Files.writeString(
                folder.resolve("meminfo"), "MemTotal:  2048000 kB\nMemAvailable:     409600 kB\nBuffers: 1 kB\n");

        // When
        StackFailure refused = assertThrows(StackFailure.class, () -> FreeMemory.require(900, "Keycloak", little));

        // Then
        assertEquals(
                "Keycloak needs some 900 MB of memory and 400 MB are free; stop something, or start the suite with its"
                        + " small issuer: ./suite up.",
                refused.getMessage());
        assertDoesNotThrow(() -> FreeMemory.require(400, "Keycloak", little));
        assertDoesNotThrow(() -> FreeMemory.require(900, "Keycloak", folder.resolve("no-such-file")));
    }

    @Test
    void aMissingArchiveIsNamedWithTheCommandThatFetchesIt() {
        // Given
        Path home = folder.resolve("working-copy");
        KeycloakOptions options = new KeycloakOptions(
                folder.resolve("data"), Ports.free(), KeycloakDistribution.archiveUnder(home), folder.resolve("cache"));

        // When
        StackFailure refused = assertThrows(StackFailure.class, () -> KeycloakServer.begin(options));

        // Then
        assertTrue(refused.getMessage().startsWith("Keycloak is not there yet: " + home), refused::getMessage);
        assertTrue(refused.getMessage().contains("./suite up --keycloak"), refused::getMessage);
        assertTrue(KeycloakServer.isNewTo(options));
    }
}
