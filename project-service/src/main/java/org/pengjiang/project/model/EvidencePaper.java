package org.pengjiang.project.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is handed in.
 *
 * @param sha256 of the file, 64 small hexadecimal digits
 * @param size of the file in bytes
 * @param fileId of the file, when its bytes were handed in here
 */
public record EvidencePaper(
        EvidenceType type,
        String title,
        @Nullable String docNo,
        @Nullable String issuedBy,
        @Nullable LocalDate issuedOn,
        @Nullable String sha256,
        @Nullable Long size,
        @Nullable String mime,
        @Nullable UUID fileId) {}
