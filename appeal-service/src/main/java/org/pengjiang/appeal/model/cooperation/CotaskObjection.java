package org.pengjiang.appeal.model.cooperation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealRequest;

/** A unit says that a co-task is not its own, and the centre rules. */
@Entity
@Table(name = "cotask_objection")
public class CotaskObjection extends AppealRequest {
    /** The number of the co-task. */
    @Column(updatable = false)
    private int cotask;

    protected CotaskObjection() {}

    CotaskObjection(Appeal appeal, int seq, Cotask cotask, String account, String reason, Instant at) {
        super(appeal, seq, account, reason, at);
        this.cotask = cotask.seq();
    }

    void uphold(String by, @Nullable String note, Instant at) {
        grant(by, note, at);
    }

    void dismiss(String by, String note, Instant at) {
        refuse(by, note, at);
    }

    public int cotask() {
        return cotask;
    }
}
