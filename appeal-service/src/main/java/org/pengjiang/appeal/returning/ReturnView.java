package org.pengjiang.appeal.returning;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.FreeText;
import org.pengjiang.appeal.model.appeal.AppealRequest;
import org.pengjiang.appeal.model.returns.AppealReturn;
import org.pengjiang.appeal.model.returns.ReturnReason;
import org.pengjiang.appeal.model.returns.RulingProposal;
import org.pengjiang.kit.identity.NamedAccount;

/** One return of an appeal, and what was said of it. */
record ReturnView(
        int seq,
        int round,

        @Schema(description = "that has returned it 退单单位", examples = "440703101")
        String unit,

        ReturnReason reason,
        String explanation,
        String legalBasis,

        @Schema(description = "that should have it, as the returning unit says 建议承办单位", examples = "440703-ZR")
        String namedUnit,

        @NamedAccount String returnedBy,
        Instant returnedAt,
        @Nullable Proposal proposal,

        @Schema(description = "GRANTED: another unit gets it; REFUSED: the unit keeps it 裁决结果")
        AppealRequest.Outcome outcome,

        @Schema(description = "refused: counted as an improper return 不当退单")
        boolean improper,

        @Nullable String nextUnit,
        @Nullable @NamedAccount String ruledBy,
        @Nullable Instant ruledAt,
        @Nullable String ruling) {

    /** How the centre would rule. */
    record Proposal(
            boolean upheld,
            @Nullable String unit,
            String note,
            @NamedAccount String proposedBy,
            Instant proposedAt) {
        static Proposal of(RulingProposal said, FreeText text) {
            return new Proposal(said.upheld(), said.unit(), text.of(said.note()), said.by(), said.at());
        }
    }

    static ReturnView of(AppealReturn asked, FreeText text) {
        return new ReturnView(
                asked.seq(),
                asked.round(),
                asked.unit(),
                asked.code(),
                text.of(asked.reason()),
                text.of(asked.legalBasis()),
                asked.namedUnit(),
                asked.askedBy(),
                asked.askedAt(),
                asked.proposal().map(said -> Proposal.of(said, text)).orElse(null),
                asked.outcome(),
                asked.isImproper(),
                asked.nextUnit().orElse(null),
                asked.decidedBy().orElse(null),
                asked.decidedAt().orElse(null),
                asked.decision().map(text::of).orElse(null));
    }
}
