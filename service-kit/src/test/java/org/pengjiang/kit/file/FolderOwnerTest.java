package org.pengjiang.kit.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of contents has one service. */
class FolderOwnerTest {
    @TempDir
    Path parent;

    @Test
    void replicasOfOneServiceShareAFolder() throws IOException {
        // Given
        Path folder = parent.resolve("new/files");

        // When
        FolderOwner.claim(folder, "project");
        FolderOwner.claim(folder, "project");

        // Then
        assertEquals(List.of("files-of-project"), names(folder));
    }

    @Test
    void aFolderFromBeforeThereWereMarkersGetsOne() throws IOException {
        // Given
        Path folder = Files.createDirectories(parent.resolve("files"));
        Files.createDirectories(folder.resolve("ab/cd"));
        Files.createDirectories(folder.resolve("incoming"));

        // When
        FolderOwner.claim(folder, "project");

        // Then
        assertEquals(List.of("ab", "files-of-project", "incoming"), names(folder));
    }

    @Test
    void anotherServiceIsToldAndLeavesNoMarker() throws IOException {
        // Given
        Path folder = parent.resolve("files");
        FolderOwner.claim(folder, "project");

        // When
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> FolderOwner.claim(folder, "appeal"));

        // Then
        assertEquals(
                "the folder of the service appeal is marked as another service's by "
                        + folder.resolve("files-of-project") + ": set SUITE_FILES_FOLDER to a folder of its own",
                refused.getMessage());
        assertEquals(List.of("files-of-project"), names(folder));
        assertDoesNotThrow(() -> FolderOwner.claim(folder, "project"));
    }

    @Test
    void ofTwoServicesThatStartAtTheSameMomentNoneLeavesItsMarkerBehind() throws IOException {
        // Given
        Path folder = parent.resolve("files");

        // When
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> FolderOwner.claim(folder, "project", () -> mark(folder, "files-of-appeal")));

        // Then
        assertTrue(refused.getMessage().contains("files-of-appeal"), refused.getMessage());
        assertEquals(List.of("files-of-appeal"), names(folder));
    }

    @Test
    void aMarkerFromBeforeStaysAndSoDoesOneThatAReplicaHasRenewed() throws IOException {
        // Given
        Path old = Files.createDirectories(parent.resolve("old"));
        FolderOwner.claim(old, "project");
        Path young = Files.createDirectories(parent.resolve("young"));

        // When
        assertThrows(
                IllegalStateException.class,
                () -> FolderOwner.claim(old, "project", () -> mark(old, "files-of-appeal")));
        assertThrows(
                IllegalStateException.class,
                () -> FolderOwner.claim(young, "project", () -> {
                    FolderOwner.claim(young, "project");
                    mark(young, "files-of-appeal");
                }));

        // Then
        assertEquals(List.of("files-of-appeal", "files-of-project"), names(old));
        assertEquals(List.of("files-of-appeal", "files-of-project"), names(young));
    }

    private static void mark(Path folder, String name) {
        try {
            Files.createFile(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsNoServiceFromStarting() throws IOException {
        Path file = Files.createFile(parent.resolve("no folder"));

        assertDoesNotThrow(() -> FolderOwner.claim(file, "project"));
        assertTrue(Files.isRegularFile(file));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        }
    }
}
