package org.pengjiang.kit.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload that comes in parts.
 *
 * @param offset how much has arrived; at {@code length} there is a file of the same id
 */
record UploadInParts(
        UUID id,
        String account,
        String name,
        @Nullable String declaredType,
        long length,
        long offset,
        Instant expiresAt) {
    UploadInParts grownBy(long bytes) {
        return new UploadInParts(id, account, name, declaredType, length, offset + bytes, expiresAt);
    }
}
