package org.pengjiang.project.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.AgreementVoided;
import org.pengjiang.project.model.Agreement;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Permissions;
import org.pengjiang.project.model.Projects;

/** Strikes an agreement that was recorded wrongly, as long as the project is not signed by it. */
@ApplicationScoped
class VoidAgreement {
    private final Projects projects;
    private final EventLog log;

    VoidAgreement(Projects projects, EventLog log) {
        this.projects = projects;
        this.log = log;
    }

    @Transactional
    RecordAgreement.Recorded voidOne(UUID id, int seq, String reason, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        Permissions.requireOwnTeamIfClaimed(project, caller, "agreement:void");
        Agreement agreement = project.voidAgreement(seq, reason);
        log.append(project, new AgreementVoided(seq, agreement.no(), reason));
        return new RecordAgreement.Recorded(project, agreement);
    }
}
