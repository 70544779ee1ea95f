package org.pengjiang.appeal.model.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;

/** How the handler means to solve the matter, as the enterprise reads it. */
@Entity
@Table(name = "appeal_plan")
public class Plan extends AppealPart {
    @Column(updatable = false)
    private int round;

    @Column(name = "body", updatable = false)
    private String text;

    @Column(name = "handed_in_by", updatable = false)
    private String handedInBy;

    @Column(name = "handed_in_at", updatable = false)
    private Instant handedInAt;

    protected Plan() {}

    Plan(Appeal appeal, int seq, String text, String account, Instant at) {
        super(appeal, seq);
        this.round = appeal.round();
        this.text = text;
        this.handedInBy = account;
        this.handedInAt = at;
    }

    public int round() {
        return round;
    }

    public String text() {
        return text;
    }

    public String handedInBy() {
        return handedInBy;
    }

    public Instant handedInAt() {
        return handedInAt;
    }
}
