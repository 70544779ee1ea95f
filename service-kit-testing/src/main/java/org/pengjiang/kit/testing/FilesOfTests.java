package org.pengjiang.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The folder of the files that the tests of a module hand in: under its target, and empty when a test run begins. */
public final class FilesOfTests {
    private static final Path FOLDER = Path.of("target", "files-of-tests").toAbsolutePath();

    private FilesOfTests() {}

    /** For {@code suite.files.folder}. What the run before has left is deleted. */
    public static String emptied() {
        try {
            if (Files.exists(FOLDER)) {
                Files.walkFileTree(FOLDER, new Deletion());
            }
            return FOLDER.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
