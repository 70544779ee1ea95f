package org.pengjiang.kit.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.pengjiang.kit.file.content.ArchiveLimits;
import org.pengjiang.kit.file.content.Claim;
import org.pengjiang.kit.file.content.FileInspector;
import org.pengjiang.kit.file.content.Inspected;
import org.pengjiang.kit.file.store.FileStore;
import org.pengjiang.kit.http.UploadedFile;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Looks into a content and keeps it: first in the store, then in the tables, so that every row has its content. */
@ApplicationScoped
class KeepFile {
    private static final Logger LOG = Logger.getLogger(KeepFile.class);

    private final FileStore store;
    private final FileRows files;
    private final WaitingBytes waiting;
    private final FileInspector inspector;
    private final Clock clock;

    KeepFile(FileStore store, FileRows files, WaitingBytes waiting, FileConfig config, Clock clock) {
        this.store = store;
        this.files = files;
        this.waiting = waiting;
        this.inspector = new FileInspector(config.types(), ArchiveLimits.USUAL);
        this.clock = clock;
    }

    /** @param id of the file when it is known */
    record Named(UUID id, Claim claim, String account) {}

    /**
     * @param also in the transaction that makes the file known; false, having written nothing, leaves it unknown
     * @return false when {@code also} was false
     */
    boolean keep(InputStream content, Named as, BooleanSupplier also) {
        try (FileStore.Incoming incoming = store.receive(content)) {
            Inspected found = inspector.inspect(incoming.path(), as.claim());
            keep(incoming);
            return QuarkusTransaction.requiringNew().call(() -> {
                Instant now = Instant.now(clock);
                boolean isKnown = also.getAsBoolean();
                if (!isKnown) {
                    waiting.giveUp(incoming.address(), as.account());
                } else if (!files.refer(
                        incoming.address(), found, as.id(), as.claim().name(), as.account(), now)) {
                    throw new DomainException(KitProblem.UNAVAILABLE);
                }
                return isKnown;
            });
        } catch (IOException | UncheckedIOException full) {
            // unchecked where a part of an upload is read again
            throw unavailable(full);
        }
    }

    /** A part of a file that nobody has looked into. */
    UploadRows.Part keepPart(UploadedFile part) {
        try (InputStream content = part.open();
                FileStore.Incoming incoming = store.receive(content)) {
            keep(incoming);
            return new UploadRows.Part(incoming.address(), incoming.size());
        } catch (IOException full) {
            throw unavailable(full);
        }
    }

    private void keep(FileStore.Incoming incoming) throws IOException {
        QuarkusTransaction.requiringNew().run(() -> files.use(incoming.address(), incoming.size(), Instant.now(clock)));
        incoming.keep();
    }

    private static DomainException unavailable(Exception failure) {
        LOG.warnf("the file store takes nothing: %s", failure);
        return new DomainException(KitProblem.UNAVAILABLE);
    }
}
