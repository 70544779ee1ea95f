package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.SystemScope;

/** The file of a job, copied and looked through once for all its chunks as long as this replica works on that job. */
@ApplicationScoped
class ImportFiles {
    private final ImportJobs jobs;
    private final AtomicReference<@Nullable ImportFile> last = new AtomicReference<>();

    ImportFiles(ImportJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Brings the file of the next job here before its chunk begins: the chunk's transaction locks the job, and would hold every
     * feed back meanwhile.
     */
    Optional<UUID> prepare(SystemScope scope) {
        ImportFile held = last.get();
        Optional<UUID> next = jobs.next(scope, held == null ? null : held.job());
        next.ifPresent(job -> of(scope, job));
        return next;
    }

    ImportFile of(SystemScope scope, UUID job) {
        ImportFile held = last.get();
        if (held != null && held.job().equals(job)) {
            return held;
        }
        forget();
        Path copy = null;
        try {
            copy = Files.createTempFile("import-", ".table");
            jobs.copyFile(scope, job, copy);
            ImportFile file = new ImportFile(job, copy);
            last.set(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (copy != null && last.get() == null) {
                copy.toFile().delete();
            }
        }
    }

    void forget() {
        ImportFile held = last.getAndSet(null);
        if (held != null) {
            held.close();
        }
    }
}
