package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.pengjiang.kit.log.Ids;

/**
 * Something that an appeal has several of, in a table of its own. It knows its appeal, and the appeal knows nothing of it; it
 * changes under the lock of the appeal.
 */
@MappedSuperclass
public abstract class AppealPart {
    @Id
    private UUID id;

    /** Stored with its first part where both are new. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "appeal_id")
    private Appeal appeal;

    @Column
    private int seq;

    protected AppealPart() {}

    protected AppealPart(Appeal appeal, int seq) {
        this.id = Ids.next();
        this.appeal = appeal;
        this.seq = seq;
    }

    public final UUID id() {
        return id;
    }

    /** Its number among the parts of its kind, from 1 on. */
    public final int seq() {
        return seq;
    }

    protected final Appeal appeal() {
        return appeal;
    }
}
