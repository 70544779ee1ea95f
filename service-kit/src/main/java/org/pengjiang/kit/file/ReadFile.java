package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.pengjiang.kit.file.content.FileType;
import org.pengjiang.kit.file.content.StrippedCopy;
import org.pengjiang.kit.file.store.FileStore;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Hands a file to those who may have it, in the form in which they may have it. */
@ApplicationScoped
class ReadFile {
    private static final Logger LOG = Logger.getLogger(ReadFile.class);

    private final FileRows files;
    private final FileStore store;
    private final Instance<FileAccess> owners;
    private final Thumbnails thumbnails;

    ReadFile(FileRows files, FileStore store, @Any Instance<FileAccess> owners, Thumbnails thumbnails) {
        this.files = files;
        this.store = store;
        this.owners = owners;
        this.thumbnails = thumbnails;
    }

    /** @param stripped without what the camera has noted */
    record Readable(StoredFile file, boolean stripped) {}

    /** @throws DomainException NOT_FOUND */
    Readable find(UUID id, Caller reader) {
        StoredFile file = files.find(id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        FileRight right = right(file, reader);
        if (right == FileRight.NONE) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return right == FileRight.UNNAMED
                ? new Readable(file.unnamed(), true)
                : new Readable(file, right == FileRight.STRIPPED);
    }

    private FileRight right(StoredFile file, Caller reader) {
        String type = file.subjectType();
        UUID subject = file.subject();
        if (type == null || subject == null) {
            return file.uploadedBy().equals(reader.subject()) ? FileRight.ORIGINAL : FileRight.NONE;
        }
        return owners.stream()
                .filter(owner -> owner.subjectType().equals(type))
                .findFirst()
                .map(owner -> owner.right(subject, reader))
                .orElse(FileRight.NONE);
    }

    /**
     * The same, of a file whose content may be handed out.
     *
     * @throws DomainException NOT_FOUND, FILE_INFECTED, FORBIDDEN for a HEIC that would have to be stripped
     */
    Readable findToHandOut(UUID id, Caller reader) {
        Readable readable = find(id, reader);
        if (readable.file().scan() == ScanState.INFECTED) {
            throw new DomainException(KitProblem.FILE_INFECTED);
        }
        if (readable.stripped() && readable.file().type() == FileType.HEIC) {
            throw new DomainException(KitProblem.FORBIDDEN);
        }
        return new Readable(
                readable.file(),
                readable.stripped() && StrippedCopy.isPossible(readable.file().type()));
    }

    /** @throws DomainException UNAVAILABLE when the store does not have it now */
    InputStream open(StoredFile file, ByteRange part) {
        try {
            return store.open(file.address(), part.from(), part.length());
        } catch (IOException missing) {
            throw unavailable(file, missing);
        }
    }

    /** @throws DomainException THUMBNAIL_IMPOSSIBLE, UNAVAILABLE */
    byte[] thumbnail(StoredFile file) {
        try {
            return thumbnails.of(file);
        } catch (IOException missing) {
            throw unavailable(file, missing);
        }
    }

    private static DomainException unavailable(StoredFile file, IOException failure) {
        LOG.errorf("the content %s of the file %s cannot be read: %s", file.address(), file.id(), failure);
        return new DomainException(KitProblem.UNAVAILABLE);
    }
}
