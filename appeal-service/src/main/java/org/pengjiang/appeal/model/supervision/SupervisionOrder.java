package org.pengjiang.appeal.model.supervision;

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

/**
 * What supervision orders of the unit that answers for an appeal: OPEN → REPORTED → CLEARED. A report that is sent back makes it OPEN
 * again.
 */
@Entity
@Table(name = "supervision_order")
public class SupervisionOrder extends AppealPart {
    @Enumerated(EnumType.STRING)
    @Column(name = "ordered_as")
    private OrderIssuer issuer;

    @Column
    private String content;

    @Column(name = "ordered_by")
    private String orderedBy;

    @Column(name = "ordered_at")
    private Instant orderedAt;

    @Column(name = "unit_code")
    private String unit;

    @Column(name = "clock_id")
    private UUID clockId;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Column
    private int reports;

    @Column(name = "cleared_by")
    private @Nullable String clearedBy;

    @Column(name = "cleared_at")
    private @Nullable Instant clearedAt;

    @Column
    private @Nullable String note;

    protected SupervisionOrder() {}

    SupervisionOrder(Appeal appeal, int seq, NewOrder said, String unit, UUID clockId, Instant at) {
        super(appeal, seq);
        this.issuer = said.issuer();
        this.content = said.content();
        this.orderedBy = said.account();
        this.orderedAt = at;
        this.unit = unit;
        this.clockId = clockId;
        this.status = OrderStatus.OPEN;
    }

    void reported() {
        status = OrderStatus.REPORTED;
        reports++;
    }

    void sentBack(UUID nextClock) {
        status = OrderStatus.OPEN;
        clockId = nextClock;
    }

    void waitAnew(UUID nextClock) {
        clockId = nextClock;
    }

    void clear(String account, String said, Instant at) {
        status = OrderStatus.CLEARED;
        clearedBy = account;
        note = said;
        clearedAt = at;
    }

    public OrderIssuer issuer() {
        return issuer;
    }

    public String content() {
        return content;
    }

    public String orderedBy() {
        return orderedBy;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    /** The unit that answered for the appeal when it was ordered. */
    public String unit() {
        return unit;
    }

    /** The clock of the report that it waits for, or waited for last. */
    public UUID clockId() {
        return clockId;
    }

    public OrderStatus status() {
        return status;
    }

    /** How many reports there are. */
    public int reports() {
        return reports;
    }

    public Optional<String> clearedBy() {
        return Optional.ofNullable(clearedBy);
    }

    public Optional<Instant> clearedAt() {
        return Optional.ofNullable(clearedAt);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Waits for the report of the head; of an appeal that has ended nobody reports. */
    public boolean isToReport() {
        return status == OrderStatus.OPEN && appeal().isOpen();
    }

    /** Waits for supervision: reported on, or the appeal has ended. */
    public boolean isToClear() {
        return status == OrderStatus.REPORTED || status == OrderStatus.OPEN && !appeal().isOpen();
    }
}
