package org.pengjiang.project.agreements;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.text.OneLine;
import org.pengjiang.project.model.AgreementKind;
import org.pengjiang.project.model.AgreementTerms;
import org.pengjiang.project.model.Commitment;

/** An agreement as it is recorded; {@code parties} are organisations. */
record NewAgreement(
        @NotNull @OneLine(max = 100) String no,
        @NotNull AgreementKind kind,
        @NotNull LocalDate signedOn,
        @NotEmpty @Size(max = 20) List<@NotNull @OneLine(max = 200) String> parties,
        @NotNull Yuan amountYuan,
        @Nullable @Size(max = 50) List<@NotNull @Valid Commitment> commitments) {
    AgreementTerms terms() {
        return new AgreementTerms(
                no.strip(), kind, signedOn, parties, amountYuan, commitments == null ? List.of() : commitments);
    }
}
