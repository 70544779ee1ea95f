package org.pengjiang.project.evidence;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.OneLine;
import org.pengjiang.project.model.EvidencePaper;
import org.pengjiang.project.model.EvidenceType;

/**
 * A document as it is handed in.
 *
 * @param sha256 of the file, 64 small hexadecimal digits
 * @param size of the file in bytes
 */
record NewEvidence(
        @NotNull EvidenceType type,
        @NotNull @OneLine(max = 200) String title,
        @Nullable @OneLine(max = 100) String docNo,
        @Nullable @OneLine(max = 200) String issuedBy,
        @Nullable LocalDate issuedOn,

        @Nullable @Pattern(
                regexp = "[0-9a-f]{64}",
                message = "{such.as} e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        String sha256,

        @Nullable @PositiveOrZero Long size,
        @Nullable @OneLine(max = 100) String mime) {
    EvidencePaper paper() {
        return new EvidencePaper(type, title.strip(), docNo, issuedBy, issuedOn, sha256, size, mime);
    }
}
