package org.pengjiang.kit.approval;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.tasks.Task;

/**
 * What one person proposes and others have to confirm: OPEN → CONFIRMED when the last confirmation is given, REJECTED,
 * WITHDRAWN or EXPIRED otherwise. A part of an aggregate holds it, and the use case loads the aggregate with its row lock.
 *
 * <p>The proposer never confirms, nobody confirms twice, and nobody who is excluded confirms. Who is excluded is judged with every
 * confirmation and once more when the outcome is used, because a team may have been credited in between. A closed request never changes.
 */
@Entity
@Table(name = "approval_request")
@BatchSize(size = 50)
public class ApprovalRequest {
    @Id
    private UUID id;

    /** Two decisions at once: one wins, also where no lock of an aggregate stands before it. */
    @Version
    private long version;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private UUID subject;

    @Column(updatable = false)
    private boolean exclusive;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> needed;

    @Column(name = "excluded_persons")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> excludedPersons;

    @Column(name = "excluded_teams")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> excludedTeams;

    @Column(name = "proposed_by", updatable = false)
    private String proposedBy;

    @Column(name = "proposer_teams", updatable = false)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> proposerTeams;

    @Column(name = "proposed_at", updatable = false)
    private Instant proposedAt;

    @Column(updatable = false)
    private @Nullable Instant deadline;

    @Enumerated(EnumType.STRING)
    private ApprovalOutcome outcome;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column
    private @Nullable String reason;

    @ElementCollection
    @CollectionTable(name = "approval_confirmation", joinColumns = @JoinColumn(name = "request_id"))
    @BatchSize(size = 50)
    private Set<Confirmation> confirmations = new HashSet<>();

    protected ApprovalRequest() {}

    private ApprovalRequest(
            ApprovalKind kind,
            UUID subject,
            Participant by,
            List<String> needed,
            @Nullable Instant deadline,
            Instant at) {
        this.id = Ids.next();
        this.kind = kind.name();
        this.subject = subject;
        this.exclusive = kind.isExclusive();
        this.needed = List.copyOf(needed);
        this.excludedPersons = List.of();
        this.excludedTeams = List.of();
        this.proposedBy = by.account();
        this.proposerTeams = by.teams();
        this.proposedAt = at;
        this.deadline = deadline;
        this.outcome = ApprovalOutcome.OPEN;
        if (needed.isEmpty()) {
            close(ApprovalOutcome.CONFIRMED, by.account(), null, at);
        }
    }

    /**
     * @param subject the aggregate
     * @param needed the confirmations that are needed, the same one twice for two persons; none: it is confirmed at once
     */
    public static ApprovalRequest propose(
            ApprovalKind kind, UUID subject, Participant by, List<String> needed, Instant at) {
        return new ApprovalRequest(kind, subject, by, needed, null, at);
    }

    /** At the deadline a decision is in time; after it none is taken. */
    public static ApprovalRequest propose(
            ApprovalKind kind, UUID subject, Participant by, List<String> needed, Instant deadline, Instant at) {
        return new ApprovalRequest(kind, subject, by, needed, deadline, at);
    }

    /**
     * What was proposed and confirmed as a part of this one, such as a paper in a file.
     *
     * @param confirmation as which it counts for the part
     */
    public ApprovalRequest ofPart(ApprovalKind partKind, UUID partSubject, String confirmation, Instant at) {
        if (outcome != ApprovalOutcome.CONFIRMED || confirmations.size() != 1) {
            throw new IllegalStateException(kind + " is " + outcome + " by " + confirmations.size());
        }
        Confirmation whole = confirmations.iterator().next();
        ApprovalRequest part = propose(partKind, partSubject, proposer(), List.of(confirmation), at);
        part.confirmations.add(
                new Confirmation(confirmation, proposedBy, whole.confirmedBy(), whole.teams(), at, whole.reason()));
        part.close(ApprovalOutcome.CONFIRMED, whole.confirmedBy(), null, at);
        return part;
    }

    /** Excludes these beside whoever is excluded already, as long as nobody has decided. */
    public void exclude(Exclusion more) {
        if (!isOpen() || !confirmations.isEmpty()) {
            throw new IllegalStateException(kind + " is decided: nobody is excluded any more");
        }
        Exclusion all = excluded().and(more);
        excludedPersons = all.persons().stream().sorted().toList();
        excludedTeams = all.teams().stream().sorted().toList();
    }

    private Exclusion excluded() {
        return new Exclusion(Set.copyOf(excludedPersons), Set.copyOf(excludedTeams));
    }

    /**
     * Which of the missing confirmations this caller would give.
     *
     * @param now who is excluded beside those whom the request itself names
     * @throws DomainException CLOSED, SAME_PERSON, EXCLUDED_PERSON, EXCLUDED_TEAM, NOT_CONFIRMER
     */
    public String confirmationOf(ApprovalKind said, Caller caller, Exclusion now) {
        requireKind(said);
        if (!isOpen()) {
            throw ApprovalRefusal.closed(said, outcome);
        }
        String account = caller.subject();
        if (account.equals(proposedBy)
                || confirmations.stream().anyMatch(given -> given.confirmedBy().equals(account))) {
            throw new DomainException(said.code(ApprovalRefusal.SAME_PERSON));
        }
        excluded().and(now).taint(account, caller.claims("teams")).ifPresent(taint -> {
            throw ApprovalRefusal.excluded(said, taint);
        });
        List<String> missing = outstanding();
        return missing.stream()
                .filter(confirmation -> said.mayGive(confirmation, caller))
                .findFirst()
                .orElseThrow(() -> ApprovalRefusal.notConfirmer(said, missing));
    }

    /**
     * @return the confirmation that was given; the request is CONFIRMED when it was the last one
     * @throws DomainException as {@link #confirmationOf}
     */
    public String confirm(ApprovalKind said, Caller caller, Exclusion now, @Nullable String why, Instant at) {
        String confirmation = confirmationInTime(said, caller, now, at);
        Participant by = Participant.of(caller);
        confirmations.add(
                new Confirmation(confirmation, proposedBy, by.account(), by.teams(), at, why == null ? "" : why));
        if (outstanding().isEmpty()) {
            close(ApprovalOutcome.CONFIRMED, by.account(), why, at);
        }
        return confirmation;
    }

    /** @throws DomainException as {@link #confirmationOf}: only who may confirm may reject */
    public void reject(ApprovalKind said, Caller caller, Exclusion now, String why, Instant at) {
        confirmationInTime(said, caller, now, at);
        close(ApprovalOutcome.REJECTED, caller.subject(), why, at);
    }

    /** @throws DomainException CLOSED, NOT_PROPOSER */
    public void withdraw(ApprovalKind said, Caller caller, String why, Instant at) {
        requireKind(said);
        requireInTime(said, at);
        if (!caller.subject().equals(proposedBy)) {
            throw new DomainException(said.code(ApprovalRefusal.NOT_PROPOSER));
        }
        close(ApprovalOutcome.WITHDRAWN, caller.subject(), why, at);
    }

    /** Nothing is left to decide on: the service itself takes it back. */
    public void lapse(String why, Instant at) {
        if (isOpen()) {
            close(ApprovalOutcome.WITHDRAWN, CurrentCaller.SYSTEM.subject(), why, at);
        }
    }

    /** @return whether the deadline has passed and the request ends with it */
    public boolean expire(Instant at) {
        boolean expires = isOpen() && isLate(at);
        if (expires) {
            close(ApprovalOutcome.EXPIRED, CurrentCaller.SYSTEM.subject(), null, at);
        }
        return expires;
    }

    /**
     * Before what was confirmed takes effect or is relied on.
     *
     * @throws DomainException CONFIRMATION_TAINTED, naming the person and their excluded teams
     */
    public void requireAcceptable(ApprovalKind said, Exclusion now) {
        requireKind(said);
        if (outcome != ApprovalOutcome.CONFIRMED) {
            throw new IllegalStateException(kind + " is " + outcome);
        }
        tainted(now).stream().findFirst().ifPresent(taint -> {
            throw ApprovalRefusal.tainted(said, taint);
        });
    }

    /** The confirmations that would not be accepted now. */
    public List<TaintedConfirmation> tainted(Exclusion now) {
        Exclusion all = excluded().and(now);
        return confirmations().stream()
                .flatMap(given -> all.taint(given.confirmedBy(), given.teams()).stream())
                .toList();
    }

    /** The tasks of those who may decide; none when it is closed. Two confirmations of the same name make one. */
    public List<Task> tasks(ApprovalKind said, String task, Object item, Object... arguments) {
        requireKind(said);
        return isOpen() ? ApprovalTasks.of(this, said, excludedPersons, task, item, arguments) : List.of();
    }

    private String confirmationInTime(ApprovalKind said, Caller caller, Exclusion now, Instant at) {
        requireInTime(said, at);
        return confirmationOf(said, caller, now);
    }

    private void requireInTime(ApprovalKind said, Instant at) {
        if (!isOpen() || isLate(at)) {
            throw ApprovalRefusal.closed(said, isOpen() ? ApprovalOutcome.EXPIRED : outcome);
        }
    }

    private void requireKind(ApprovalKind said) {
        if (!said.name().equals(kind)) {
            throw new IllegalArgumentException("this is " + kind + " and not " + said.name());
        }
    }

    private boolean isLate(Instant at) {
        return deadline != null && at.isAfter(deadline);
    }

    private void close(ApprovalOutcome how, String account, @Nullable String why, Instant at) {
        outcome = how;
        closedBy = account;
        reason = why;
        closedAt = at;
    }

    /** The confirmations that are missing. */
    public List<String> outstanding() {
        List<String> missing = new ArrayList<>(needed);
        confirmations.forEach(given -> missing.remove(given.given()));
        return List.copyOf(missing);
    }

    public boolean isOpen() {
        return outcome == ApprovalOutcome.OPEN;
    }

    public boolean isConfirmed() {
        return outcome == ApprovalOutcome.CONFIRMED;
    }

    public UUID id() {
        return id;
    }

    public UUID subject() {
        return subject;
    }

    public List<String> needed() {
        return List.copyOf(needed);
    }

    public Participant proposer() {
        return new Participant(proposedBy, List.copyOf(proposerTeams));
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    public ApprovalOutcome outcome() {
        return outcome;
    }

    public @Nullable String closedBy() {
        return closedBy;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** Why it was closed as it was. */
    public @Nullable String reason() {
        return reason;
    }

    /** The oldest first. */
    public List<Confirmation> confirmations() {
        return confirmations.stream()
                .sorted(Comparator.comparing(Confirmation::confirmedAt).thenComparing(Confirmation::confirmedBy))
                .toList();
    }
}
