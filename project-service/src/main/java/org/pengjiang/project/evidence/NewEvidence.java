package org.pengjiang.project.evidence;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.file.StoredFile;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.text.OneLine;
import org.pengjiang.project.model.EvidencePaper;
import org.pengjiang.project.model.EvidenceType;

/**
 * A document as it is handed in.
 *
 * @param sha256 of the file, 64 small hexadecimal digits
 * @param size of the file in bytes
 * @param fileId of a file that the caller has uploaded; its digest, size and type need not be said then
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
        @Nullable @OneLine(max = 100) String mime,
        @Nullable UUID fileId) {
    EvidencePaper paper() {
        return new EvidencePaper(type, title.strip(), docNo, issuedBy, issuedOn, sha256, size, mime, null);
    }

    /** @throws DomainException VALUE_UNACCEPTABLE when something was said of the file that it is not */
    EvidencePaper paperWith(StoredFile file) {
        String digest = file.address().sha256();
        String found = file.type().mediaType();
        List<Fault> faults = new ArrayList<>();
        compare("/sha256", sha256, digest, faults);
        compare("/size", size, file.size(), faults);
        compare("/mime", mime, found, faults);
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        return new EvidencePaper(type, title.strip(), docNo, issuedBy, issuedOn, digest, file.size(), found, file.id());
    }

    private static void compare(String pointer, @Nullable Object said, Object found, List<Fault> faults) {
        if (said != null && !said.equals(found)) {
            faults.add(Fault.at(pointer, KitProblem.VALUE_UNACCEPTABLE, found));
        }
    }
}
