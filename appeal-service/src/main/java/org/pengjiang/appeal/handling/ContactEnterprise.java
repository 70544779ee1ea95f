package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.appeal.events.ContactAttempted;
import org.pengjiang.appeal.events.EnterpriseContacted;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.assignment.Assignments;
import org.pengjiang.appeal.model.assignment.Punctuality;
import org.pengjiang.appeal.model.assignment.Updates;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.correspondence.ContactAttempt;
import org.pengjiang.appeal.model.correspondence.ContactAttempts;
import org.pengjiang.appeal.model.correspondence.ContactChannel;
import org.pengjiang.appeal.model.correspondence.ContactProof;
import org.pengjiang.appeal.model.correspondence.ProofRecords;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.Proofs;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** Notes an attempt to reach the enterprise; the first verified one answers the clock, at the moment it is noted. */
@ApplicationScoped
class ContactEnterprise {
    private final OpenForCommand open;
    private final ContactAttempts attempts;
    private final Assignments assignments;
    private final Updates updates;
    private final Proofs proofs;
    private final ProofRecords records;
    private final AppealLog log;

    ContactEnterprise(
            OpenForCommand open,
            ContactAttempts attempts,
            Assignments assignments,
            Updates updates,
            Proofs proofs,
            ProofRecords records,
            AppealLog log) {
        this.open = open;
        this.attempts = attempts;
        this.assignments = assignments;
        this.updates = updates;
        this.proofs = proofs;
        this.records = records;
        this.log = log;
    }

    record Noted(Appeal appeal, ContactAttempt attempt) {}

    @Transactional
    Noted contact(UUID id, NewContact said, Caller caller) {
        ContactProof proof = said.asProof();
        requireWholeProof(proof);
        CommandContext context = open.appeal(id, AppealCommand.CONTACT, caller);
        Appeal appeal = context.appeal();
        if (!isTurnOf(context.capacities(), appeal)) {
            throw new DomainException(AppealProblem.NOT_HANDLER);
        }
        boolean first = appeal.progress().contactedAt().isEmpty();
        appeal.require(AppealCommand.CONTACT);
        ContactProof claimed = records.claim(appeal, proof, context.now().at());
        ContactAttempt attempt = attempts.note(
                appeal, claimed, proofs.shortestCallSeconds(appeal.division()), caller.subject(), context.now());
        if (attempt.isVerified()) {
            updates.told(appeal, context.now());
        }
        if (first && attempt.isVerified()) {
            Punctuality punctuality = assignments.punctuality(appeal, ClockType.CONTACT);
            log.append(
                    appeal,
                    new EnterpriseContacted(
                            appeal.standing(),
                            context.now().at(),
                            attempt.channel().name(),
                            punctuality.inTime(),
                            punctuality.unit(),
                            punctuality.chargedTo()));
        } else {
            log.append(
                    appeal,
                    new ContactAttempted(appeal.standing(), attempt.channel().name(), attempt.isVerified()));
        }
        return new Noted(appeal, attempt);
    }

    /** The centre reaches the enterprise until somebody handles the appeal; from then on nobody but them does. */
    static boolean isTurnOf(Set<Capacity> capacities, Appeal appeal) {
        return capacities.contains(Capacity.HANDLER) || !appeal.state().needsAccountableUnit();
    }

    /** Whoever says that somebody was reached has to say where one can check it. */
    private static void requireWholeProof(ContactProof said) {
        List<Fault> faults = new ArrayList<>();
        if (said.answered() && said.recordNumber() == null) {
            faults.add(Fault.at("/proof", AppealProblem.CONTACT_PROOF_INCOMPLETE, said.channel()));
        }
        if (said.answered() && said.channel() == ContactChannel.CALL && said.seconds() == null) {
            faults.add(Fault.at("/seconds", AppealProblem.CONTACT_PROOF_INCOMPLETE, said.channel()));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(AppealProblem.CONTACT_PROOF_INCOMPLETE, faults, said.channel());
        }
    }
}
