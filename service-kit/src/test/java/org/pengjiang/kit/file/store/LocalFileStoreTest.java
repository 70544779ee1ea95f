package org.pengjiang.kit.file.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Contents in a folder. */
class LocalFileStoreTest extends FileStoreContract {
    @TempDir
    Path folder;

    @Override
    FileStore newStore() {
        return new LocalFileStore(folder.resolve("files"));
    }

    @Override
    List<String> kept() throws IOException {
        return files().filter(path -> !path.startsWith("incoming/")).toList();
    }

    @Override
    List<String> onTheWay() throws IOException {
        return files().filter(path -> path.startsWith("incoming/")).toList();
    }

    @Override
    void cutShort(FileAddress address) throws IOException {
        Files.writeString(folder.resolve("files").resolve(kept().getFirst()), "hel");
    }

    private Stream<String> files() throws IOException {
        Path root = folder.resolve("files");
        if (!Files.exists(root)) {
            return Stream.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .toList()
                    .stream();
        }
    }
}
