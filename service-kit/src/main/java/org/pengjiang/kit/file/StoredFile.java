package org.pengjiang.kit.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.file.content.FileType;
import org.pengjiang.kit.file.content.PhotoFacts;
import org.pengjiang.kit.file.store.FileAddress;

/** A file that somebody has handed in, with what is known of its content. */
public record StoredFile(
        UUID id,
        String name,
        FileAddress address,
        long size,
        FileType type,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable PhotoFacts photo,
        ScanState scan,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String subjectType,
        @Nullable UUID subject) {
    StoredFile unnamed() {
        return new StoredFile(
                id,
                type.plainName(),
                address,
                size,
                type,
                width,
                height,
                photo,
                scan,
                uploadedBy,
                uploadedAt,
                subjectType,
                subject);
    }
}
