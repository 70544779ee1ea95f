package org.pengjiang.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders a stack lives in. */
public final class Folders {

    private Folders() {}

    /** Unpacked binaries, shared by every stack of this user. */
    public static Path sharedCache() {
        return Path.of(System.getProperty("user.home"), ".cache", "pengjiang-suite");
    }

    public static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new StackFailure(
                    "No folder can be made under " + System.getProperty("java.io.tmpdir") + "; is the disk full?", e);
        }
    }

    public static Path create(Path folder) {
        try {
            return Files.createDirectories(folder).toAbsolutePath();
        } catch (IOException e) {
            throw new StackFailure("The folder " + folder + " cannot be made; free some space or mend its rights.", e);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
