package org.pengjiang.appeal.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.ContactAttempted;
import org.pengjiang.appeal.events.EnterpriseContacted;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.AppealCommand;
import org.pengjiang.appeal.model.AppealDesk;
import org.pengjiang.appeal.model.AppealLog;
import org.pengjiang.appeal.model.AppealProblem;
import org.pengjiang.appeal.model.ClockResult;
import org.pengjiang.appeal.model.ClockType;
import org.pengjiang.appeal.model.ContactAttempt;
import org.pengjiang.appeal.model.ContactChannel;
import org.pengjiang.appeal.model.ContactProof;
import org.pengjiang.appeal.model.DeadlineClock;
import org.pengjiang.appeal.model.OnDesk;
import org.pengjiang.appeal.model.Proofs;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** Notes an attempt to reach the enterprise; the first verified one answers the clock, at the moment it is noted. */
@ApplicationScoped
class ContactEnterprise {
    private final AppealDesk desk;
    private final Proofs proofs;
    private final AppealLog log;

    ContactEnterprise(AppealDesk desk, Proofs proofs, AppealLog log) {
        this.desk = desk;
        this.proofs = proofs;
        this.log = log;
    }

    record Noted(Appeal appeal, ContactAttempt attempt) {}

    @Transactional
    Noted contact(UUID id, NewContact said, Caller caller) {
        ContactProof proof = said.asProof();
        requireWholeProof(proof);
        OnDesk taken = desk.take(id, AppealCommand.CONTACT, caller);
        Appeal appeal = taken.appeal();
        boolean first = appeal.progress().contactedAt().isEmpty();
        ContactAttempt attempt =
                appeal.contact(proof, proofs.shortestCallSeconds(appeal.division()), caller.subject(), taken.now());
        if (first && attempt.isVerified()) {
            log.append(
                    appeal,
                    new EnterpriseContacted(
                            appeal.standing(),
                            taken.now().at(),
                            attempt.channel().name(),
                            inTime(appeal)));
        } else {
            log.append(
                    appeal,
                    new ContactAttempted(appeal.standing(), attempt.channel().name(), attempt.isVerified()));
        }
        return new Noted(appeal, attempt);
    }

    /** Whoever says that somebody was reached has to say where one can check it. */
    private static void requireWholeProof(ContactProof said) {
        List<Fault> faults = new ArrayList<>();
        if (said.answered() && (said.proof() == null || said.proof().isBlank())) {
            faults.add(Fault.at("/proof", AppealProblem.CONTACT_PROOF_INCOMPLETE, said.channel()));
        }
        if (said.answered() && said.channel() == ContactChannel.CALL && said.seconds() == null) {
            faults.add(Fault.at("/seconds", AppealProblem.CONTACT_PROOF_INCOMPLETE, said.channel()));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(AppealProblem.CONTACT_PROOF_INCOMPLETE, faults, said.channel());
        }
    }

    private static boolean inTime(Appeal appeal) {
        return appeal.clock(ClockType.CONTACT)
                .flatMap(DeadlineClock::result)
                .map(ClockResult::met)
                .orElse(false);
    }
}
