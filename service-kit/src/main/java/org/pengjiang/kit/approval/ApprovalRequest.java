package org.pengjiang.kit.approval;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;

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
public class ApprovalRequest extends ApprovalState {
    protected ApprovalRequest() {}

    private ApprovalRequest(Proposal proposal) {
        super(proposal);
        if (proposal.needed().isEmpty()) {
            close(ApprovalOutcome.CONFIRMED, proposal.proposedBy(), null, proposal.proposedAt());
        }
    }

    /**
     * @param subject the aggregate
     * @param needed the confirmations that are needed, the same one twice for two persons; none: it is confirmed at once
     */
    public static ApprovalRequest propose(
            ApprovalKind kind, UUID subject, Participant by, List<String> needed, Instant at) {
        return new ApprovalRequest(Proposal.of(kind, subject, by, needed, null, at));
    }

    /** At the deadline a decision is in time; after it none is taken. */
    public static ApprovalRequest propose(
            ApprovalKind kind, UUID subject, Participant by, List<String> needed, Instant deadline, Instant at) {
        return new ApprovalRequest(Proposal.of(kind, subject, by, needed, deadline, at));
    }

    /**
     * What was proposed and confirmed as a part of this one, such as a paper in a file.
     *
     * @param confirmation as which it counts for the part
     */
    public ApprovalRequest ofPart(ApprovalKind partKind, UUID partSubject, String confirmation, Instant at) {
        if (!isConfirmed() || confirmations.size() != 1) {
            throw new IllegalStateException(this + " by " + confirmations.size());
        }
        Confirmation whole = confirmations.iterator().next();
        ApprovalRequest part = propose(partKind, partSubject, proposer(), List.of(confirmation), at);
        part.confirmations.add(
                new Confirmation(confirmation, proposedBy(), whole.confirmedBy(), whole.teams(), at, whole.reason()));
        part.close(ApprovalOutcome.CONFIRMED, whole.confirmedBy(), null, at);
        return part;
    }

    /**
     * The same proposal once more, after a confirmation is not accepted any more. Whoever confirmed it before does not confirm it
     * again, whatever team they belong to by then.
     */
    public ApprovalRequest askedAgain(ApprovalKind said, Instant at) {
        proposal.requireKind(said);
        if (!isConfirmed()) {
            throw new IllegalStateException(this + " is not asked again");
        }
        ApprovalRequest again = propose(said, subject(), proposer(), needed(), at);
        Set<String> confirmed =
                confirmations.stream().map(Confirmation::confirmedBy).collect(Collectors.toSet());
        again.exclude(excluded().and(new Exclusion(confirmed, Set.of())));
        return again;
    }

    /** Excludes these beside whoever is excluded already, as long as nobody has decided. */
    public void exclude(Exclusion more) {
        if (!isOpen() || !confirmations.isEmpty()) {
            throw new IllegalStateException(this + " is decided: nobody is excluded any more");
        }
        excludeAll(excluded().and(more));
    }

    /**
     * Which of the missing confirmations this caller would give.
     *
     * @param now who is excluded beside those whom the request itself names
     * @throws DomainException CLOSED, SAME_PERSON, EXCLUDED_PERSON, EXCLUDED_TEAM, NOT_CONFIRMER
     */
    public String confirmationOf(ApprovalKind said, Caller caller, Exclusion now) {
        proposal.requireKind(said);
        if (!isOpen()) {
            throw ApprovalRefusal.closed(said, outcome());
        }
        String account = caller.subject();
        if (proposal.isBy(caller)
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
                new Confirmation(confirmation, proposedBy(), by.account(), by.teams(), at, why == null ? "" : why));
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
        proposal.requireKind(said);
        requireInTime(said, at);
        if (!proposal.isBy(caller)) {
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
        boolean expires = isOpen() && proposal.isLate(at);
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
        proposal.requireKind(said);
        if (!isConfirmed()) {
            throw new IllegalStateException(this + " is not confirmed");
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

    private String confirmationInTime(ApprovalKind said, Caller caller, Exclusion now, Instant at) {
        requireInTime(said, at);
        return confirmationOf(said, caller, now);
    }

    private void requireInTime(ApprovalKind said, Instant at) {
        if (!isOpen() || proposal.isLate(at)) {
            throw ApprovalRefusal.closed(said, isOpen() ? ApprovalOutcome.EXPIRED : outcome());
        }
    }
}
