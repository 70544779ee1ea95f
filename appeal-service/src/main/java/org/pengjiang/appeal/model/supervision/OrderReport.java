package org.pengjiang.appeal.model.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;

/** What the head reports on an order of supervision. */
@Entity
@Table(name = "order_report")
public class OrderReport extends AppealPart {
    @Column(name = "order_seq")
    private int order;

    /** Its number among the reports on this order. */
    @Column(name = "number")
    private int number;

    @Column
    private String text;

    @Column(name = "reported_by")
    private String reportedBy;

    @Column(name = "reported_at")
    private Instant reportedAt;

    @Column(name = "sent_back_by")
    private @Nullable String sentBackBy;

    @Column(name = "sent_back_at")
    private @Nullable Instant sentBackAt;

    @Column(name = "sent_back_reason")
    private @Nullable String reason;

    protected OrderReport() {}

    OrderReport(Appeal appeal, int seq, SupervisionOrder order, String text, String account, Instant at) {
        super(appeal, seq);
        this.order = order.seq();
        this.number = order.reports();
        this.text = text;
        this.reportedBy = account;
        this.reportedAt = at;
    }

    void sendBack(String account, String why, Instant at) {
        sentBackBy = account;
        reason = why;
        sentBackAt = at;
    }

    public int order() {
        return order;
    }

    public int number() {
        return number;
    }

    public String text() {
        return text;
    }

    public String reportedBy() {
        return reportedBy;
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    public Optional<String> sentBackBy() {
        return Optional.ofNullable(sentBackBy);
    }

    public Optional<Instant> sentBackAt() {
        return Optional.ofNullable(sentBackAt);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
