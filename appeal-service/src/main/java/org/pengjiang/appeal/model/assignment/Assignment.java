package org.pengjiang.appeal.model.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;
import org.pengjiang.appeal.model.appeal.AssignmentRef;
import org.pengjiang.appeal.model.directory.DispatchBasis;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.HandlerKind;

/** One handler's turn at an appeal. */
@Entity
@Table(name = "assignment")
public class Assignment extends AppealPart {
    @Column
    private int round;

    @Enumerated(EnumType.STRING)
    @Column(name = "handler_kind")
    private HandlerKind kind;

    @Column(name = "class_id")
    private @Nullable UUID classId;

    @Column(name = "accountable_unit")
    private String accountableUnit;

    @Enumerated(EnumType.STRING)
    @Column(name = "named_by")
    private DispatchBasis basis;

    @Column
    private String account;

    @Column(name = "assigned_at")
    private Instant assignedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** Why the centre has taken it from the one before. */
    @Column
    private @Nullable String reason;

    /** What fell due in its time is the centre's: its unit should not have had the appeal. */
    @Column(name = "charged_to_centre")
    private boolean chargedToCentre;

    protected Assignment() {}

    Assignment(Appeal appeal, int seq, Handler handler, DispatchBasis basis, String account, Instant at) {
        super(appeal, seq);
        this.round = appeal.round();
        this.kind = handler.kind();
        this.classId = handler.classId();
        this.accountableUnit = handler.accountableUnit();
        this.basis = basis;
        this.account = account;
        this.assignedAt = at;
    }

    void because(String why) {
        reason = why;
    }

    void chargeToCentre() {
        chargedToCentre = true;
    }

    void end(Instant at) {
        if (endedAt == null) {
            endedAt = at;
        }
    }

    void goOn() {
        endedAt = null;
    }

    public boolean lastedAt(Instant moment) {
        return !assignedAt.isAfter(moment) && (endedAt == null || endedAt.isAfter(moment));
    }

    /** As its clocks name it. */
    public AssignmentRef ref() {
        return new AssignmentRef(seq(), accountableUnit);
    }

    public int round() {
        return round;
    }

    public Handler handler() {
        return new Handler(kind, classId, accountableUnit);
    }

    public String accountableUnit() {
        return accountableUnit;
    }

    public DispatchBasis basis() {
        return basis;
    }

    public String account() {
        return account;
    }

    public Instant assignedAt() {
        return assignedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public boolean isChargedToCentre() {
        return chargedToCentre;
    }
}
