package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The file of a job, copied and looked through once for all its chunks as long as this replica works on that job. */
@ApplicationScoped
class ImportFiles {
    private final ImportJobs jobs;
    private final AtomicReference<@Nullable ImportFile> last = new AtomicReference<>();

    ImportFiles(ImportJobs jobs) {
        this.jobs = jobs;
    }

    /** Before a chunk begins: its transaction locks the job, and would hold every feed back meanwhile. */
    void prepare() {
        jobs.next().ifPresent(this::of);
    }

    ImportFile of(UUID job) {
        ImportFile held = last.get();
        if (held != null && held.isOf(job)) {
            return held;
        }
        forget();
        Path copy = null;
        try {
            copy = Files.createTempFile("import-", ".table");
            jobs.copyFile(job, copy);
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
