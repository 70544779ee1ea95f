package org.pengjiang.project.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.identity.NamedAccount;
import org.pengjiang.project.model.Agreement;
import org.pengjiang.project.model.AgreementKind;
import org.pengjiang.project.model.Commitment;

/** An agreement as it is read. */
record AgreementView(
        int seq,
        String no,
        AgreementKind kind,
        LocalDate signedOn,
        List<String> parties,
        Yuan amountYuan,
        List<Commitment> commitments,
        @Nullable String voidReason,
        @NamedAccount String recordedBy,
        Instant recordedAt) {
    static AgreementView of(Agreement agreement) {
        return new AgreementView(
                agreement.seq(),
                agreement.no(),
                agreement.kind(),
                agreement.signedOn(),
                agreement.parties(),
                agreement.amount(),
                agreement.commitments(),
                agreement.voidReason(),
                agreement.recordedBy(),
                agreement.recordedAt());
    }
}
