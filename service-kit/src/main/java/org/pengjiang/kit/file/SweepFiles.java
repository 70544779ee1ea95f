package org.pengjiang.kit.file;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.pengjiang.kit.file.store.FileAddress;
import org.pengjiang.kit.file.store.FileStore;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/**
 * Removes uploads that were not finished, files that were not attached, and contents that nobody refers to. A content is removed under
 * a lock of its address, one in a transaction: whoever hands it in meanwhile waits and writes it anew.
 */
@ApplicationScoped
@IfBuildProperty(name = "suite.files.enabled", stringValue = "true")
class SweepFiles implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(SweepFiles.class);

    private final UploadRows uploads;
    private final FileRows files;
    private final FileStore store;
    private final FileConfig config;
    private final Clock clock;

    SweepFiles(UploadRows uploads, FileRows files, FileStore store, FileConfig config, Clock clock) {
        this.uploads = uploads;
        this.files = files;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "file-expiry";
    }

    @Override
    public Period period() {
        return config.sweepEvery();
    }

    @Override
    public void round() throws IOException {
        Instant now = Instant.now(clock);
        try {
            dropExpired(now);
            while (SupervisedLoop.goesOn() && files.forgetUnattached(now.minus(config.unfinished()), now) > 0) {
                // as long as there are some
            }
            removeUnreferenced(
                    new FileRows.Unreferenced(now.minus(config.unreferencedParts()), now.minus(config.unreferenced())));
        } finally {
            store.tidy();
        }
    }

    private void dropExpired(Instant now) {
        for (List<UUID> batch = uploads.expired(now);
                SupervisedLoop.goesOn() && !batch.isEmpty();
                batch = uploads.expired(now)) {
            for (UUID upload : batch) {
                QuarkusTransaction.requiringNew().run(() -> uploads.drop(upload, now));
            }
        }
    }

    private void removeUnreferenced(FileRows.Unreferenced since) {
        FileRows.ToCheck last = FileRows.ToCheck.nothing();
        for (List<FileRows.ToCheck> batch = files.toCheckAfter(last, since);
                SupervisedLoop.goesOn() && !batch.isEmpty();
                batch = files.toCheckAfter(last, since)) {
            for (FileRows.ToCheck content : batch) {
                if (!SupervisedLoop.goesOn()) {
                    return;
                }
                tryToRemove(content.address(), since);
            }
            last = batch.getLast();
        }
    }

    /** One that fails keeps no other waiting; the next round tries it again. */
    private void tryToRemove(FileAddress content, FileRows.Unreferenced since) {
        try {
            QuarkusTransaction.requiringNew().call(() -> remove(content, since));
        } catch (RuntimeException failure) {
            // of the store too, wrapped by the transaction
            LOG.warnf("%s is not removed: %s", content, failure);
        }
    }

    /** The store before the row: what the store keeps when it fails is tried again. */
    private boolean remove(FileAddress content, FileRows.Unreferenced since) throws IOException {
        Optional<Boolean> unused = files.lockUnused(content, since);
        if (unused.isEmpty()) {
            return false;
        }
        if (unused.get()) {
            store.delete(content);
            files.forget(content);
        } else {
            files.checkedIfUsed(content, since);
        }
        return unused.get();
    }
}
