package org.pengjiang.appeal.model.returns;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the centre would rule.
 *
 * @param unit who would get the appeal, where the return is upheld
 */
@Embeddable
public record RulingProposal(
        @Column(name = "proposed_by") String by,
        @Column(name = "proposed_at") Instant at,
        @Column(name = "proposed_upheld") boolean upheld,
        @Column(name = "proposed_next") @Nullable String unit,
        @Column(name = "proposal_note") String note) {}
