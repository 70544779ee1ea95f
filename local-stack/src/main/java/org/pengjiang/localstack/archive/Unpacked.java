package org.pengjiang.localstack.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.pengjiang.localstack.Folders;

/** A folder that is made once from a tar archive. */
public final class Unpacked {

    /** Gives the archive, already decompressed. */
    public interface Archive {
        InputStream open() throws IOException;
    }

    /** What is done with the unpacked files before anybody may see them. */
    public interface Finish {
        void in(Path folder) throws IOException;
    }

    private Unpacked() {}

    /** Two processes may come at once: the lock lets one unpack, the rename shows others only what is complete. */
    public static void once(Path home, Archive archive, Finish finish) throws IOException {
        if (Files.isDirectory(home)) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(home + ".lock", "rw");
                FileLock lock = file.getChannel().lock()) {
            if (!lock.isValid() || Files.isDirectory(home)) {
                return;
            }
            Path incomplete = home.resolveSibling(home.getFileName() + ".incomplete");
            Folders.delete(incomplete);
            try (InputStream in = archive.open();
                    TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, incomplete);
                }
            }
            finish.in(incomplete);
            Files.move(incomplete, home, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive leads outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
