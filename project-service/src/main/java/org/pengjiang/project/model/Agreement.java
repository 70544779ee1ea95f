package org.pengjiang.project.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.log.Ids;

/** What was signed. At most one standing FORMAL agreement per project: the first is the one that counts. */
@Entity
@Table(name = "agreement")
public class Agreement {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id")
    @SuppressWarnings("UnusedVariable") // the owning side of the mapping: the column is written through it
    private InvestmentProject project;

    @Column
    private int seq;

    @Column
    private String no;

    @Enumerated(EnumType.STRING)
    private AgreementKind kind;

    @Column(name = "signed_on")
    private LocalDate signedOn;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> parties;

    @Column(name = "amount_yuan")
    private Yuan amount;

    @Column(name = "void_reason")
    private @Nullable String voidReason;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "agreement_commitment", joinColumns = @JoinColumn(name = "agreement_id"))
    @OrderColumn(name = "position")
    private List<Commitment> commitments = new ArrayList<>();

    protected Agreement() {}

    Agreement(InvestmentProject project, int seq, AgreementTerms terms, String recordedBy, Instant at) {
        this.id = Ids.next();
        this.project = project;
        this.seq = seq;
        this.no = terms.no();
        this.kind = terms.kind();
        this.signedOn = terms.signedOn();
        this.parties = List.copyOf(terms.parties());
        this.amount = terms.amount();
        this.commitments.addAll(terms.commitments());
        this.recordedBy = recordedBy;
        this.recordedAt = at;
    }

    void voidFor(String reason) {
        voidReason = reason;
    }

    boolean isStanding() {
        return voidReason == null;
    }

    boolean isStandingFormal() {
        return kind == AgreementKind.FORMAL && isStanding();
    }

    public int seq() {
        return seq;
    }

    public String no() {
        return no;
    }

    public AgreementKind kind() {
        return kind;
    }

    public LocalDate signedOn() {
        return signedOn;
    }

    public List<String> parties() {
        return List.copyOf(parties);
    }

    public Yuan amount() {
        return amount;
    }

    public @Nullable String voidReason() {
        return voidReason;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public List<Commitment> commitments() {
        return List.copyOf(commitments);
    }
}
