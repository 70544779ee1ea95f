package org.pengjiang.kit.http;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A folder of this process alone, also beside those of other replicas on a shared volume. A lock on a file beside it says that
 * its process lives; a folder whose lock is free was left behind by one that was killed, and whoever starts next removes it.
 * No process id: in containers they are all the same.
 */
final class ProcessFolder implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ProcessFolder.class);
    private static final String PREFIX = "suite-received-";
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel held;

    private ProcessFolder(Path path, FileChannel held) {
        this.path = path;
        this.held = held;
    }

    static ProcessFolder within(Path parent) throws IOException {
        Files.createDirectories(parent);
        removeWhatIsLeftIn(parent);
        Path path = parent.resolve(PREFIX + UUID.randomUUID());
        // the lock before the folder, so that nobody ever sees a folder of a living process without its lock
        FileChannel held = FileChannel.open(lockOf(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            held.lock();
            Files.createDirectory(path);
            return new ProcessFolder(path, held);
        } catch (IOException e) {
            held.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        remove(path);
        try {
            held.close();
        } catch (IOException e) {
            LOG.debugf("the lock of %s: %s", path, e);
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static void removeWhatIsLeftIn(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, found -> isFolderOfAProcess(found))) {
            for (Path folder : folders) {
                if (isLeft(folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isFolderOfAProcess(Path found) {
        return String.valueOf(found.getFileName()).startsWith(PREFIX) && Files.isDirectory(found);
    }

    private static boolean isLeft(Path folder) {
        try (FileChannel lock = FileChannel.open(lockOf(folder), StandardOpenOption.WRITE)) {
            return lock.tryLock() != null;
        } catch (NoSuchFileException e) {
            return true;
        } catch (OverlappingFileLockException e) {
            // of this process
            return false;
        } catch (IOException e) {
            LOG.infof("whose uploads lie in %s cannot be seen: %s", folder, e);
            return false;
        }
    }

    /** Another process may be removing the same, and another user's stays. */
    private static void remove(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
            Files.deleteIfExists(lockOf(folder));
        } catch (IOException e) {
            LOG.infof("uploads left behind cannot be removed: %s", e);
        }
    }
}
