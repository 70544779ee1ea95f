package org.pengjiang.project.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.UploadFolder;
import org.pengjiang.kit.identity.SystemScope;

/** The file of a job, copied and looked through once for all its chunks as long as this replica works on that job. */
@ApplicationScoped
class ImportFiles {
    private final ImportJobs jobs;
    private final UploadFolder folder;
    private final AtomicReference<@Nullable ImportFile> last = new AtomicReference<>();

    ImportFiles(ImportJobs jobs, UploadFolder folder) {
        this.jobs = jobs;
        this.folder = folder;
    }

    /** The job whose file is here. */
    @Nullable UUID atHand() {
        ImportFile held = last.get();
        return held == null ? null : held.job();
    }

    /** None when the job is done: then its file is deleted. */
    Optional<ImportFile> find(SystemScope scope, UUID job) {
        ImportFile held = last.get();
        if (held != null && held.job().equals(job)) {
            return Optional.of(held);
        }
        forget();
        Path copy = null;
        try {
            copy = folder.newFile(".import");
            if (jobs.copyFile(scope, job, copy)) {
                last.set(new ImportFile(job, copy));
            }
            return Optional.ofNullable(last.get());
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
