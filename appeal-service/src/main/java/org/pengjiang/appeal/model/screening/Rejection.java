package org.pengjiang.appeal.model.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealRequest;

/** One of the centre wants to reject an appeal, and another one decides. */
@Entity
@Table(name = "rejection")
public class Rejection extends AppealRequest {
    @Enumerated(EnumType.STRING)
    private RejectionCode code;

    @Column(name = "legal_basis")
    private String legalBasis;

    @Column
    private String recourse;

    @Column(name = "objection_until")
    private @Nullable Instant objectionUntil;

    protected Rejection() {}

    Rejection(Appeal appeal, int seq, RejectionGrounds grounds, String account, Instant at) {
        super(appeal, seq, account, grounds.reason(), at);
        this.code = grounds.code();
        this.legalBasis = grounds.legalBasis();
        this.recourse = grounds.recourse();
    }

    void confirm(String account, Instant at, Instant mayObjectUntil) {
        grant(account, null, at);
        objectionUntil = mayObjectUntil;
    }

    void decline(String account, String why, Instant at) {
        refuse(account, why, at);
    }

    public RejectionCode code() {
        return code;
    }

    public String legalBasis() {
        return legalBasis;
    }

    public String recourse() {
        return recourse;
    }

    /** The end of the window in which the enterprise may object; empty as long as it is not rejected. */
    public Optional<Instant> objectionUntil() {
        return Optional.ofNullable(objectionUntil);
    }
}
