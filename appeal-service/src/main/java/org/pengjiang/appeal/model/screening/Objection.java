package org.pengjiang.appeal.model.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealRequest;

/** The enterprise objects to the rejection, and the supervision decides. */
@Entity
@Table(name = "rejection_objection")
public class Objection extends AppealRequest {
    @Column(name = "clock_id")
    private UUID clockId;

    protected Objection() {}

    Objection(Appeal appeal, int seq, String reason, UUID clockId, String account, Instant at) {
        super(appeal, seq, account, reason, at);
        this.clockId = clockId;
    }

    void decide(boolean upheld, String account, String why, Instant at) {
        if (upheld) {
            grant(account, why, at);
        } else {
            refuse(account, why, at);
        }
    }

    /** Until when the supervision rules. */
    public UUID clockId() {
        return clockId;
    }
}
