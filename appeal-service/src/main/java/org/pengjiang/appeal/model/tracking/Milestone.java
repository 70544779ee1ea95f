package org.pengjiang.appeal.model.tracking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** A step of a plan: PLANNED → OPEN → MET or WAIVED. */
@Entity
@Table(name = "milestone")
public class Milestone extends AppealPart {
    /** The number of its plan. */
    @Column(name = "plan_seq", updatable = false)
    private int plan;

    @Column(updatable = false)
    private String content;

    @Column(name = "due_on", updatable = false)
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private MilestoneStatus status;

    @Column(name = "clock_id")
    private @Nullable UUID clockId;

    /** What shows that it was met, or why it was waived. */
    @Column
    private @Nullable String note;

    @Column(name = "settled_by")
    private @Nullable String settledBy;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    protected Milestone() {}

    Milestone(Appeal appeal, int seq, TrackingPlan plan, NewMilestone said) {
        super(appeal, seq);
        this.plan = plan.seq();
        this.content = said.content();
        this.dueOn = said.dueOn();
        this.status = MilestoneStatus.PLANNED;
    }

    void open(UUID clock) {
        status = MilestoneStatus.OPEN;
        clockId = clock;
    }

    /**
     * @return the clock that waits for it
     * @throws DomainException MILESTONE_SETTLED
     */
    UUID settle(MilestoneStatus how, String said, String account, Instant at) {
        if (status != MilestoneStatus.OPEN || clockId == null) {
            throw new DomainException(AppealProblem.MILESTONE_SETTLED, seq());
        }
        status = how;
        note = said;
        settledBy = account;
        settledAt = at;
        return clockId;
    }

    public int plan() {
        return plan;
    }

    public String content() {
        return content;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public MilestoneStatus status() {
        return status;
    }

    public boolean isOpen() {
        return status == MilestoneStatus.OPEN;
    }

    /** That waits for it, from the moment on at which the plan was decided. */
    public Optional<UUID> clockId() {
        return Optional.ofNullable(clockId);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Optional<String> settledBy() {
        return Optional.ofNullable(settledBy);
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }
}
