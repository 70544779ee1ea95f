package org.pengjiang.appeal.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.ContactErased;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.ContactVault;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Makes the contact of an appeal unreadable for good, because its person asks for it. The appeal goes on without it. */
@ApplicationScoped
class EraseContact {
    private final Appeals appeals;
    private final ContactVault contacts;
    private final AppealLog log;

    EraseContact(Appeals appeals, ContactVault contacts, AppealLog log) {
        this.appeals = appeals;
        this.contacts = contacts;
        this.log = log;
    }

    /** @throws DomainException NOT_FOUND also where there was no contact, VERSION_STALE, TEXT_NAMES_PERSON */
    @Transactional
    Appeal erase(UUID id, String reason, Caller caller) {
        if (PersonalNumbers.standIn(reason)) {
            // it stays in the log when the contact is gone
            throw new DomainException(
                    AppealProblem.TEXT_NAMES_PERSON, List.of(Fault.at("/reason", AppealProblem.TEXT_NAMES_PERSON)));
        }
        Appeal appeal = appeals.forChange(caller, id);
        if (appeal.contactSealed() == null) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        if (!contacts.read(appeal).isErased()) {
            List<UUID> dataKeys = contacts.erase(appeal, caller.subject(), reason);
            log.append(appeal, new ContactErased(appeal.standing(), dataKeys, reason));
        }
        return appeal;
    }
}
