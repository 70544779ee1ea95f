package org.pengjiang.kit.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.file.content.Claim;
import org.pengjiang.kit.file.store.FileStore;
import org.pengjiang.kit.http.UploadedFile;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Takes a file in parts. Parts lie in the store by their own digests until the last one has come. */
@ApplicationScoped
class ReceiveUpload {
    private final WaitingBytes waiting;
    private final UploadRows uploads;
    private final KeepFile keep;
    private final FileStore store;
    private final FileConfig config;
    private final Clock clock;

    ReceiveUpload(
            WaitingBytes waiting, UploadRows uploads, KeepFile keep, FileStore store, FileConfig config, Clock clock) {
        this.waiting = waiting;
        this.uploads = uploads;
        this.keep = keep;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    UploadInParts begin(String name, @Nullable String declaredType, long length, String account) {
        if (length > config.mostBytes()) {
            throw new DomainException(KitProblem.BODY_TOO_LARGE, config.mostBytes());
        }
        Instant now = Instant.now(clock);
        UploadInParts upload =
                new UploadInParts(Ids.next(), account, name, declaredType, length, 0, now.plus(config.unfinished()));
        QuarkusTransaction.requiringNew().run(() -> {
            waiting.lock(account);
            waiting.requireRoom(account, length);
            uploads.begin(upload, now);
        });
        return upload;
    }

    /** @throws DomainException NOT_FOUND for everybody but who has begun it, and when it has expired */
    UploadInParts find(UUID id, String account) {
        return uploads.find(id, account, Instant.now(clock))
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    /** @throws DomainException UPLOAD_OFFSET_DIFFERS, BODY_TOO_LARGE, TOO_MANY_REQUESTS, and with the last part what {@link KeepFile} refuses */
    UploadInParts add(UUID id, String account, long offset, UploadedFile part) {
        UploadInParts upload = find(id, account);
        if (upload.offset() != offset) {
            throw elsewhere(upload);
        }
        if (part.length() > upload.length() - offset) {
            throw new DomainException(KitProblem.BODY_TOO_LARGE, upload.length() - offset);
        }
        if (part.length() == 0) {
            return upload;
        }
        waiting.requireRoom(account, 0);
        boolean isLast = offset + part.length() == upload.length();
        boolean hasGrown = isLast ? finish(upload, part) : grow(upload, part);
        if (!hasGrown) {
            throw elsewhere(find(id, account));
        }
        return upload.grownBy(part.length());
    }

    void drop(UUID id, String account) {
        UploadInParts upload = find(id, account);
        QuarkusTransaction.requiringNew().run(() -> uploads.drop(upload.id(), Instant.now(clock)));
    }

    private static DomainException elsewhere(UploadInParts upload) {
        return new DomainException(KitProblem.UPLOAD_OFFSET_DIFFERS, upload.offset()).with("offset", upload.offset());
    }

    private boolean grow(UploadInParts upload, UploadedFile part) {
        UploadRows.Part kept = keep.keepPart(part);
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean isFirst = uploads.advance(upload, kept.size());
            if (isFirst) {
                uploads.addPart(upload, kept);
            } else {
                waiting.giveUp(kept.address(), upload.account());
            }
            return isFirst;
        });
    }

    private boolean finish(UploadInParts upload, UploadedFile last) {
        List<UploadRows.Part> parts = uploads.parts(upload.id());
        Claim claim = Claim.ofUpload(upload.name(), upload.declaredType());
        KeepFile.Named as = new KeepFile.Named(upload.id(), claim, upload.account());
        try (InputStream whole = new SequenceInputStream(new OneAfterTheOther(parts, last))) {
            return keep.keep(whole, as, () -> {
                boolean isFirst = uploads.advance(upload, last.length());
                if (isFirst) {
                    uploads.dropParts(upload.id(), Instant.now(clock));
                }
                return isFirst;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opened when it is their turn: an upload has more parts than a process may have open files. */
    private final class OneAfterTheOther implements Enumeration<InputStream> {
        private final Iterator<UploadRows.Part> parts;
        private @Nullable UploadedFile last;
        private boolean hasBegun;

        OneAfterTheOther(List<UploadRows.Part> parts, UploadedFile last) {
            this.parts = parts.iterator();
            this.last = last;
        }

        @Override
        public boolean hasMoreElements() {
            return last != null;
        }

        @Override
        public InputStream nextElement() {
            if (!hasBegun) {
                // the constructor of the sequence opens its first stream: a store that is away fails when it is read
                hasBegun = true;
                return InputStream.nullInputStream();
            }
            try {
                if (parts.hasNext()) {
                    UploadRows.Part part = parts.next();
                    return store.open(part.address(), 0, part.size());
                }
                if (last == null) {
                    throw new NoSuchElementException();
                }
                InputStream end = last.open();
                last = null;
                return end;
            } catch (IOException e) {
                // otherwise the sequence opens the other parts when it is closed
                last = null;
                throw new UncheckedIOException(e);
            }
        }
    }
}
