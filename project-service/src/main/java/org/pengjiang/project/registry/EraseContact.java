package org.pengjiang.project.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.person.PersonalNumbers;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.events.ContactErased;
import org.pengjiang.project.model.ContactSafe;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.ProjectProblem;
import org.pengjiang.project.model.Projects;

/** Makes the contact of a project unreadable for good, because its person asks for it. The project goes on without it. */
@ApplicationScoped
class EraseContact {
    private final Projects projects;
    private final ContactSafe contacts;
    private final EventLog log;

    EraseContact(Projects projects, ContactSafe contacts, EventLog log) {
        this.projects = projects;
        this.contacts = contacts;
        this.log = log;
    }

    /** @throws DomainException NOT_FOUND also where there was no contact, VERSION_STALE, TEXT_NAMES_PERSON */
    @Transactional
    InvestmentProject erase(UUID id, String reason, Caller caller) {
        if (PersonalNumbers.standIn(reason)) {
            // it stays in the log when the contact is gone
            throw new DomainException(
                    ProjectProblem.TEXT_NAMES_PERSON, List.of(Fault.at("/reason", ProjectProblem.TEXT_NAMES_PERSON)));
        }
        InvestmentProject project = projects.forChange(caller.scope(), id);
        if (project.contactSealed() == null) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        if (!contacts.read(project).isErased()) {
            log.append(project, new ContactErased(contacts.erase(project, caller.subject(), reason), reason));
        }
        return project;
    }
}
