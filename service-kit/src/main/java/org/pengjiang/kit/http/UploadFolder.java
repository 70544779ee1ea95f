package org.pengjiang.kit.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.ops.Admission;
import org.pengjiang.kit.ops.UploadPermits;

/**
 * Where uploads lie while a request works on them: never in memory as a whole. Each process has a folder of its own; what
 * a process left behind that was killed is removed when the next one starts.
 */
@ApplicationScoped
class UploadFolder {
    private static final Logger LOG = Logger.getLogger(UploadFolder.class);
    private static final String PREFIX = "suite-uploads-";
    private static final int BUFFER = 64 << 10;

    private final Path parent;
    private final Path folder;
    private final UploadPermits permits;
    private final Admission admission;

    UploadFolder(
            @ConfigProperty(name = "suite.body.upload-folder") Optional<String> parent,
            UploadPermits permits,
            Admission admission) {
        this.parent = Path.of(parent.orElseGet(() -> System.getProperty("java.io.tmpdir")));
        this.folder = this.parent.resolve(PREFIX + ProcessHandle.current().pid());
        this.permits = permits;
        this.admission = admission;
    }

    /**
     * Writes a body into a file that is deleted when the request ends.
     *
     * @throws org.pengjiang.kit.problem.DomainException UNAVAILABLE or TOO_MANY_REQUESTS when there is no room for it
     */
    UploadedFile receive(BodyStream body, long mostBytes) throws IOException {
        Runnable giveBack = permits.take(mostBytes);
        Path file = null;
        try {
            file = Files.createTempFile(folder, "", ".upload");
            long length = copy(body, file);
            UploadedFile received = new UploadedFile(file, length, body.digest());
            Path written = file;
            admission.atEnd(() -> forget(written, giveBack));
            return received;
        } catch (IOException | RuntimeException failure) {
            forget(file, giveBack);
            throw failure;
        }
    }

    void prepare(@Observes StartupEvent start) {
        try {
            Files.createDirectories(parent);
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
                for (Path left : folders) {
                    if (left.equals(folder) || !isAlive(left)) {
                        remove(left);
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("uploads need a folder that can be written: " + parent, e);
        }
    }

    private static long copy(InputStream body, Path file) throws IOException {
        long length = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = body.read(buffer, 0, buffer.length); n >= 0; n = body.read(buffer, 0, buffer.length)) {
                out.write(buffer, 0, n);
                length += n;
            }
        }
        return length;
    }

    private static void forget(@Nullable Path file, Runnable giveBack) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warnf("an upload cannot be deleted: %s", e.toString());
        } finally {
            giveBack.run();
        }
    }

    private static boolean isAlive(Path left) {
        String pid = String.valueOf(left.getFileName()).substring(PREFIX.length());
        return pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }

    /** Another process may be removing the same, and another user's stays. */
    private static void remove(Path left) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(left)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(left);
        } catch (IOException e) {
            LOG.infof("uploads left behind cannot be removed: %s", e.toString());
        }
    }
}
