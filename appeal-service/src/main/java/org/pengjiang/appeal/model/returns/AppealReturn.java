package org.pengjiang.appeal.model.returns;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealRequest;
import org.pengjiang.appeal.model.assignment.Assignment;
import org.pengjiang.appeal.model.lifecycle.AppealState;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/**
 * A unit says that another one should have the appeal. The centre proposes and the supervision rules: GRANTED where the return is
 * upheld. A refused one counts as improper and is final for the unit.
 */
@Entity
@Table(name = "appeal_return")
public class AppealReturn extends AppealRequest {
    @Column(updatable = false)
    private int round;

    /** The number of the assignment that it ends, if it is upheld. */
    @Column(updatable = false)
    private int assignment;

    @Column(updatable = false)
    private String unit;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state", updatable = false)
    private AppealState from;

    @Enumerated(EnumType.STRING)
    @Column(name = "reason_code", updatable = false)
    private ReturnReason code;

    @Column(name = "legal_basis", updatable = false)
    private String legalBasis;

    /** That should have it, as the returning unit says. */
    @Column(name = "named_unit", updatable = false)
    private String namedUnit;

    @Embedded
    private @Nullable RulingProposal proposal;

    /** That got it by the ruling. */
    @Column(name = "next_unit")
    private @Nullable String nextUnit;

    protected AppealReturn() {}

    AppealReturn(Appeal appeal, int seq, Assignment present, ReturnGrounds grounds, String account, Instant at) {
        super(appeal, seq, account, grounds.explanation(), at);
        this.round = appeal.round();
        this.assignment = present.seq();
        this.unit = present.accountableUnit();
        this.from = appeal.state();
        this.code = grounds.reason();
        this.legalBasis = grounds.legalBasis();
        this.namedUnit = grounds.unit();
    }

    /** @throws DomainException FOUR_EYES for whoever has returned it */
    void propose(RulingProposal how) {
        if (how.by().equals(askedBy())) {
            throw new DomainException(AppealProblem.FOUR_EYES);
        }
        proposal = how;
    }

    /** @throws DomainException FOUR_EYES for whoever has returned it or has proposed the ruling */
    void uphold(String by, String next, String note, Instant at) {
        requireOther(by);
        grant(by, note, at);
        nextUnit = next;
    }

    /** @throws DomainException FOUR_EYES for whoever has returned it or has proposed the ruling */
    void deny(String by, String note, Instant at) {
        requireOther(by);
        refuse(by, note, at);
    }

    private void requireOther(String by) {
        if (isProposedBy(by)) {
            throw new DomainException(AppealProblem.FOUR_EYES);
        }
    }

    public boolean isProposedBy(String account) {
        return proposal != null && proposal.by().equals(account);
    }

    /** Whether the unit should have kept it. */
    public boolean isImproper() {
        return outcome() == Outcome.REFUSED;
    }

    public boolean isUpheld() {
        return outcome() == Outcome.GRANTED;
    }

    public int round() {
        return round;
    }

    public int assignment() {
        return assignment;
    }

    public String unit() {
        return unit;
    }

    AppealState from() {
        return from;
    }

    public ReturnReason code() {
        return code;
    }

    public String legalBasis() {
        return legalBasis;
    }

    public String namedUnit() {
        return namedUnit;
    }

    public Optional<RulingProposal> proposal() {
        return Optional.ofNullable(proposal);
    }

    public Optional<String> nextUnit() {
        return Optional.ofNullable(nextUnit);
    }

    /** Who would get it: as the centre proposes, otherwise as the unit says. */
    public String foreseenUnit() {
        return proposal().map(RulingProposal::unit).orElse(namedUnit);
    }
}
