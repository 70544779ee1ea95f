package org.pengjiang.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas may share a volume, and in their containers all have the same process id. */
class ProcessFolderTest {
    @TempDir
    Path volume;

    @Test
    void whoStartsBesideAnotherLeavesItsFilesAlone() throws Exception {
        // Given
        try (ProcessFolder first = ProcessFolder.within(volume)) {
            Path upload = Files.createFile(first.path().resolve("1.upload"));

            // When
            try (ProcessFolder second = ProcessFolder.within(volume)) {
                // Then
                assertNotEquals(first.path(), second.path());
                assertTrue(Files.exists(upload));
            }
            assertTrue(Files.exists(upload), "and when the second one ends");
        }
    }

    @Test
    void anotherProcessThatLivesKeepsItsFilesAndOneThatWasKilledDoesNot() throws Exception {
        // Given
        Process other = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProcessFolderTest.class.getName(),
                        volume.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            Path upload = Path.of(other.inputReader().readLine());

            // When
            ProcessFolder.within(volume).close();
            boolean whileItLives = Files.exists(upload);
            other.destroyForcibly().waitFor();
            ProcessFolder.within(volume).close();

            // Then
            assertTrue(whileItLives);
            assertFalse(Files.exists(upload));
            assertEquals(List.of(), left());
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void whatIsNotOfAnUploadStays() throws Exception {
        // Given
        Path own = Files.createDirectory(volume.resolve("somebody-elses"));
        Path file = Files.createFile(volume.resolve("suite-received-by-nobody.txt"));

        // When
        ProcessFolder.within(volume).close();

        // Then
        assertEquals(List.of(own, file), left());
    }

    /** Has an upload in its folder, says where, and works on it for ever. */
    public static void main(String[] arguments) throws Exception {
        ProcessFolder folder = ProcessFolder.within(Path.of(arguments[0]));
        System.out.println(Files.createFile(folder.path().resolve("1.upload")));
        Thread.sleep(Long.MAX_VALUE);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(volume)) {
            return files.sorted().toList();
        }
    }
}
