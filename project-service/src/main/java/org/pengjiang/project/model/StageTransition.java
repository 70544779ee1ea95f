package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Ids;

/** One passed gate, written once: when it happened, when it was recorded, by whom and by which rules. */
@Entity
@Immutable
@Table(name = "stage_transition")
public class StageTransition {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id")
    @SuppressWarnings("UnusedVariable") // the owning side of the mapping: the column is written through it
    private InvestmentProject project;

    @Column
    private int seq;

    @Column(name = "request_seq")
    private @Nullable Integer requestSeq;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_stage")
    private Stage from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_stage")
    private Stage to;

    @Column(name = "stage_name")
    private String stageName;

    @Column(name = "business_date")
    private LocalDate businessDate;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column
    private String actor;

    @Column(name = "actor_unit")
    private @Nullable String actorUnit;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column
    private @Nullable String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "skip_reason")
    private @Nullable SkipReason skipReason;

    @Column
    private boolean skipped;

    @Column(name = "ruleset_version")
    private String rulesetVersion;

    @Column(name = "correction_of")
    private @Nullable Integer correctionOf;

    @Column(name = "evidence_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> evidenceIds;

    protected StageTransition() {}

    StageTransition(InvestmentProject project, int seq, Stage from, Passage passage) {
        this.id = Ids.next();
        this.project = project;
        this.seq = seq;
        this.requestSeq = passage.requestSeq();
        this.from = from;
        this.to = passage.to();
        this.stageName = passage.to().nameZh();
        this.businessDate = passage.businessDate();
        this.recordedAt = passage.recordedAt();
        this.actor = passage.actor();
        this.actorUnit = passage.actorUnit();
        this.channel = passage.channel();
        this.reason = passage.reason();
        this.skipReason = passage.skipReason();
        this.skipped = passage.skipped();
        this.rulesetVersion = Gates.RULESET;
        this.evidenceIds = List.copyOf(passage.evidenceIds());
    }

    public int seq() {
        return seq;
    }

    public Stage from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    public LocalDate businessDate() {
        return businessDate;
    }

    public Channel channel() {
        return channel;
    }
}
