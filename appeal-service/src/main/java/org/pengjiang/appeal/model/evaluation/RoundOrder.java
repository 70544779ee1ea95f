package org.pengjiang.appeal.model.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.RoundPart;

/** Why somebody had a round begin: an ordered rework or a reopening. A rework by a bad rating has none, the rating says why. */
@Entity
@Table(name = "round_order")
public class RoundOrder extends RoundPart {
    @Enumerated(EnumType.STRING)
    @Column(name = "ordered_as")
    private OrderedBy as;

    @Column
    private String account;

    @Column
    private @Nullable String reason;

    @Column(name = "ordered_at")
    private Instant at;

    protected RoundOrder() {}

    /** Of the present round of the appeal, which it has begun. */
    RoundOrder(Appeal appeal, Orderer by, @Nullable String reason, Instant at) {
        super(appeal);
        this.as = by.as();
        this.account = by.account();
        this.reason = reason;
        this.at = at;
    }

    public OrderedBy as() {
        return as;
    }

    public String account() {
        return account;
    }

    /** Absent where an enterprise that was called back gave none. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Instant at() {
        return at;
    }
}
