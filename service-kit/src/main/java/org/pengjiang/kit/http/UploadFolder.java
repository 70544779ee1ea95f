package org.pengjiang.kit.http;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.load.Admission;
import org.pengjiang.kit.load.DiskRoom;
import org.pengjiang.kit.load.UploadPermits;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Where uploads lie while a request works on them, and what a job copies for itself: never in memory as a whole. What a process that is
 * killed leaves behind, the next one that starts removes.
 */
@ApplicationScoped
public class UploadFolder {
    private static final Logger LOG = Logger.getLogger(UploadFolder.class);
    private static final int BUFFER = 64 << 10;

    private final Path parent;
    private final UploadPermits permits;
    private final Admission admission;
    private @Nullable ProcessFolder folder;

    UploadFolder(
            @ConfigProperty(name = "suite.body.upload-folder") Optional<String> parent,
            UploadPermits permits,
            Admission admission) {
        this.parent = Path.of(parent.orElseGet(() -> System.getProperty("java.io.tmpdir")));
        this.permits = permits;
        this.admission = admission;
    }

    void start(@Observes StartupEvent event) {
        try {
            folder = ProcessFolder.within(parent);
        } catch (IOException e) {
            throw new UncheckedIOException("uploads need a folder that can be written: " + parent, e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (folder != null) {
            folder.close();
        }
    }

    /** An empty file of this process; whoever takes it deletes it. */
    public Path newFile(String suffix) throws IOException {
        return Files.createTempFile(Objects.requireNonNull(folder).path(), "", suffix);
    }

    /**
     * Writes a body into a file that is deleted when the request ends.
     *
     * @throws DomainException UNAVAILABLE or TOO_MANY_REQUESTS when there is no room for it, or the disk takes none
     */
    UploadedFile receive(BodyStream body) {
        DiskRoom room = permits.open();
        Path file = null;
        try {
            file = newFile(".upload");
            long length = copy(body, file, room);
            UploadedFile received = new UploadedFile(file, length, body.digest());
            Path written = file;
            admission.atEnd(() -> forget(written, room));
            return received;
        } catch (IOException unwritten) {
            // of the file, since the body says otherwise that its sender has gone: the disk may be full
            forget(file, room);
            LOG.warnf("an upload cannot be written: %s", unwritten);
            throw new DomainException(KitProblem.UNAVAILABLE);
        } catch (RuntimeException failure) {
            forget(file, room);
            throw failure;
        }
    }

    private static long copy(InputStream body, Path file, DiskRoom room) throws IOException {
        long length = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = body.read(buffer, 0, buffer.length); n >= 0; n = body.read(buffer, 0, buffer.length)) {
                room.grow(n);
                out.write(buffer, 0, n);
                length += n;
            }
        }
        return length;
    }

    private static void forget(@Nullable Path file, DiskRoom room) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warnf("an upload cannot be deleted: %s", e.toString());
        } finally {
            room.close();
        }
    }
}
