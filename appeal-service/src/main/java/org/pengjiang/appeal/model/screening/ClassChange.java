package org.pengjiang.appeal.model.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;
import org.pengjiang.appeal.model.filing.Classification;
import org.pengjiang.appeal.model.policy.TimeClass;

/** As what an appeal was handled before, and from when on as what. Rows are added and never change. */
@Entity
@Table(name = "classification_change")
public class ClassChange extends AppealPart {
    @Enumerated(EnumType.STRING)
    @Column(name = "class_before", updatable = false)
    private TimeClass classBefore;

    @Enumerated(EnumType.STRING)
    @Column(name = "class_after", updatable = false)
    private TimeClass classAfter;

    @Column(name = "category_before", updatable = false)
    private String categoryBefore;

    @Column(name = "category_after", updatable = false)
    private String categoryAfter;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ClassChangeCause cause;

    @Column(updatable = false)
    private String reason;

    @Column(name = "changed_by", updatable = false)
    private String changedBy;

    @Column(name = "changed_at", updatable = false)
    private Instant changedAt;

    protected ClassChange() {}

    ClassChange(Appeal appeal, int seq, Classification next, Reclassification.Why why, Instant at) {
        super(appeal, seq);
        Classification before = appeal.classification();
        this.classBefore = before.timeClass();
        this.classAfter = next.timeClass();
        this.categoryBefore = before.category();
        this.categoryAfter = next.category();
        this.cause = why.cause();
        this.reason = why.reason();
        this.changedBy = why.account();
        this.changedAt = at;
    }

    /** Such as P3 → P1: what an enterprise reads beside each due that is moved. */
    String inShort() {
        String classes = classBefore + " → " + classAfter;
        return categoryBefore.equals(categoryAfter)
                ? classes
                : categoryBefore + " → " + categoryAfter + (classBefore == classAfter ? "" : ", " + classes);
    }

    public TimeClass classBefore() {
        return classBefore;
    }

    public TimeClass classAfter() {
        return classAfter;
    }

    public String categoryBefore() {
        return categoryBefore;
    }

    public String categoryAfter() {
        return categoryAfter;
    }

    public ClassChangeCause cause() {
        return cause;
    }

    public String reason() {
        return reason;
    }

    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
