package org.pengjiang.project.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.events.AgreementRecorded;
import org.pengjiang.project.model.Agreement;
import org.pengjiang.project.model.AgreementTerms;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Permissions;
import org.pengjiang.project.model.ProjectProblem;
import org.pengjiang.project.model.Projects;

/** Records what was signed. */
@ApplicationScoped
class RecordAgreement {
    private final Projects projects;
    private final EventLog log;
    private final Clock clock;

    RecordAgreement(Projects projects, EventLog log, Clock clock) {
        this.projects = projects;
        this.log = log;
        this.clock = clock;
    }

    record Recorded(InvestmentProject project, Agreement agreement) {}

    @Transactional
    Recorded record(UUID id, AgreementTerms terms, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        Permissions.requireOwnTeamIfClaimed(project, caller, "agreement:record");
        requireAcceptable(terms);
        Agreement agreement = project.record(terms, caller.subject(), Instant.now(clock));
        log.append(
                project,
                new AgreementRecorded(
                        agreement.seq(),
                        agreement.no(),
                        agreement.kind().name(),
                        agreement.signedOn(),
                        agreement.amount().toString()));
        return new Recorded(project, agreement);
    }

    private void requireAcceptable(AgreementTerms terms) {
        List<Fault> faults = new ArrayList<>();
        if (!terms.amount().isPositive()) {
            faults.add(Fault.at("/amountYuan", ProjectProblem.AMOUNT_NOT_POSITIVE));
        }
        if (terms.signedOn().isAfter(LocalDate.now(clock))) {
            faults.add(Fault.at("/signedOn", ProjectProblem.DATE_IN_FUTURE));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
    }
}
