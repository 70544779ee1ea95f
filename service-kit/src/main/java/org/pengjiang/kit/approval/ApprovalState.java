package org.pengjiang.kit.approval;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
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
import org.pengjiang.kit.log.Ids;

/** What stands of an approval request in its table. {@link ApprovalRequest} says what may become of it. */
@MappedSuperclass
abstract class ApprovalState {
    @Id
    private UUID id;

    /** Two decisions at once: one wins, also where no lock of an aggregate stands before it. */
    @Version
    private long version;

    @Embedded
    Proposal proposal;

    @Column(name = "excluded_persons")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> excludedPersons;

    @Column(name = "excluded_teams")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> excludedTeams;

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
    Set<Confirmation> confirmations = new HashSet<>();

    protected ApprovalState() {}

    ApprovalState(Proposal proposal) {
        this.id = Ids.next();
        this.proposal = proposal;
        this.excludedPersons = List.of();
        this.excludedTeams = List.of();
        this.outcome = ApprovalOutcome.OPEN;
    }

    void close(ApprovalOutcome how, String account, @Nullable String why, Instant at) {
        outcome = how;
        closedBy = account;
        reason = why;
        closedAt = at;
    }

    void excludeAll(Exclusion all) {
        excludedPersons = all.persons().stream().sorted().toList();
        excludedTeams = all.teams().stream().sorted().toList();
    }

    /** Those whom the request itself names. */
    Exclusion excluded() {
        return new Exclusion(Set.copyOf(excludedPersons), Set.copyOf(excludedTeams));
    }

    /** The confirmations that are missing. */
    public List<String> outstanding() {
        List<String> missing = new ArrayList<>(needed());
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
        return proposal.subject();
    }

    public List<String> needed() {
        return List.copyOf(proposal.needed());
    }

    public Participant proposer() {
        return proposal.proposer();
    }

    public String proposedBy() {
        return proposal.proposedBy();
    }

    public Instant proposedAt() {
        return proposal.proposedAt();
    }

    public Optional<Instant> deadline() {
        return Optional.ofNullable(proposal.deadline());
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

    void requireKind(ApprovalKind said) {
        proposal.requireKind(said);
    }

    @Override
    public String toString() {
        return proposal.kind() + " " + id + " " + outcome;
    }
}
