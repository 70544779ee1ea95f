package org.pengjiang.project.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;

/**
 * A submitted gate and whom it still waits for: OPEN → PASSED when the last has confirmed, REJECTED or WITHDRAWN otherwise.
 * At most one is open per project; none is ever removed.
 */
@Entity
@Table(name = "gate_request")
public class GateRequest {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id")
    private InvestmentProject project;

    @Column
    private int seq;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_stage")
    private Stage from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_stage")
    private Stage to;

    @Column(name = "business_date")
    private LocalDate businessDate;

    @Column
    private @Nullable String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "skip_reason")
    private @Nullable SkipReason skipReason;

    @Column(name = "evidence_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> evidenceIds;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> confirmers;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> duplicates;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Column(name = "close_reason")
    private @Nullable String closeReason;

    @ElementCollection
    @CollectionTable(name = "gate_confirmation", joinColumns = @JoinColumn(name = "request_id"))
    private Set<GateConfirmation> confirmations = new HashSet<>();

    protected GateRequest() {}

    GateRequest(GateFile file, int seq, Stage to, Examination examination, Caller submitter, Instant at) {
        this.id = Ids.next();
        this.project = file.project();
        this.seq = seq;
        this.from = file.project().stage();
        this.to = to;
        this.businessDate = file.businessDate();
        this.reason = file.reason();
        this.skipReason = examination.skips() ? file.skipReason() : null;
        this.evidenceIds = file.project().evidence().stream()
                .filter(Evidence::stands)
                .map(Evidence::id)
                .toList();
        this.confirmers = examination.confirmers();
        this.duplicates = file.duplicates().stream()
                .map(duplicate -> duplicate.projectNo() + " " + duplicate.ground())
                .toList();
        this.status = RequestStatus.OPEN;
        this.submittedBy = submitter.subject();
        this.submittedAt = at;
    }

    /**
     * Which of the outstanding roles this caller would confirm in.
     *
     * @throws DomainException GATE_REQUEST_CLOSED, FOUR_EYES, CREDITED_TEAM_MEMBER, NOT_CONFIRMER
     */
    String roleToConfirmIn(Caller caller) {
        requireOpen();
        if (caller.subject().equals(submittedBy)
                || confirmations.stream().anyMatch(given -> given.confirmedBy().equals(caller.subject()))) {
            throw new DomainException(ProjectProblem.FOUR_EYES);
        }
        project.refuseCreditedTeamMember(caller);
        return outstanding().stream()
                .filter(caller::hasRole)
                .findFirst()
                .orElseThrow(() -> new DomainException(ProjectProblem.NOT_CONFIRMER, String.join(", ", outstanding()))
                        .with("confirmers", outstanding()));
    }

    /** @return whether that was the last one */
    boolean confirm(String role, Caller caller, Instant at) {
        confirmations.add(new GateConfirmation(role, caller.subject(), at));
        if (outstanding().isEmpty()) {
            close(RequestStatus.PASSED, caller.subject(), null, at);
        }
        return status == RequestStatus.PASSED;
    }

    /** Passed at once, because nobody has to confirm. */
    void passUnconfirmed(Instant at) {
        close(RequestStatus.PASSED, submittedBy, null, at);
    }

    void reject(Caller caller, String why, Instant at) {
        roleToConfirmIn(caller);
        close(RequestStatus.REJECTED, caller.subject(), why, at);
    }

    /** @throws DomainException GATE_REQUEST_CLOSED, NOT_SUBMITTER */
    void withdraw(Caller caller, String why, Instant at) {
        requireOpen();
        if (!caller.subject().equals(submittedBy)) {
            throw new DomainException(ProjectProblem.NOT_SUBMITTER);
        }
        close(RequestStatus.WITHDRAWN, caller.subject(), why, at);
    }

    private void requireOpen() {
        if (status != RequestStatus.OPEN) {
            throw new DomainException(ProjectProblem.GATE_REQUEST_CLOSED, status.name()).with("status", status.name());
        }
    }

    private void close(RequestStatus outcome, String account, @Nullable String why, Instant at) {
        status = outcome;
        closedBy = account;
        closeReason = why;
        closedAt = at;
    }

    /** The roles that have not confirmed yet. */
    public List<String> outstanding() {
        return confirmers.stream()
                .filter(role ->
                        confirmations.stream().noneMatch(given -> given.role().equals(role)))
                .toList();
    }

    public GateWish wish() {
        return new GateWish(to, businessDate, skipReason, reason);
    }

    Passage passage(Caller last, Instant at) {
        Optional<String> unit = last.claim("unit");
        return new Passage(
                to,
                businessDate,
                at,
                last.subject(),
                unit.orElse(null),
                Channel.API,
                seq,
                reason,
                skipReason,
                skipReason != null,
                evidenceIds);
    }

    public boolean isOpen() {
        return status == RequestStatus.OPEN;
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

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable SkipReason skipReason() {
        return skipReason;
    }

    public List<String> confirmers() {
        return List.copyOf(confirmers);
    }

    public List<String> duplicates() {
        return List.copyOf(duplicates);
    }

    public RequestStatus status() {
        return status;
    }

    public String submittedBy() {
        return submittedBy;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable String closedBy() {
        return closedBy;
    }

    public @Nullable String closeReason() {
        return closeReason;
    }

    public Set<GateConfirmation> confirmations() {
        return Set.copyOf(confirmations);
    }
}
