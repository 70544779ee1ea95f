package org.pengjiang.project.agreements;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.identity.NamedAccount;
import org.pengjiang.project.model.AmountRevision;
import org.pengjiang.project.model.RevisionStatus;

/** A change of the agreement amount and where it stands. */
record AmountRevisionView(
        int seq,
        Yuan previousAmountYuan,
        Yuan agreementAmountYuan,
        LocalDate businessDate,
        String reason,
        String documentNo,
        RevisionStatus status,
        @NamedAccount String proposedBy,
        @NamedAccount @Nullable String closedBy,
        @Nullable String closeReason) {
    static AmountRevisionView of(AmountRevision revision) {
        return new AmountRevisionView(
                revision.seq(),
                revision.previous(),
                revision.amount(),
                revision.businessDate(),
                revision.reason(),
                revision.documentNo(),
                revision.status(),
                revision.approval().proposedBy(),
                revision.approval().closedBy(),
                revision.approval().reason());
    }
}
