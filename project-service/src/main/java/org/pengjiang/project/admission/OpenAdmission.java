package org.pengjiang.project.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.events.AdmissionOpened;
import org.pengjiang.project.model.AdmissionCase;
import org.pengjiang.project.model.AdmissionReview;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.ProjectProblem;
import org.pengjiang.project.model.Projects;

/** Freezes the figures against the thresholds in force and asks the departments. */
@ApplicationScoped
class OpenAdmission {
    private final Projects projects;
    private final AdmissionReview review;
    private final EventLog log;

    OpenAdmission(Projects projects, AdmissionReview review, EventLog log) {
        this.projects = projects;
        this.review = review;
        this.log = log;
    }

    @Transactional
    ReviewedCase open(UUID id, NewAdmission said, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        List<String> departments = departments(said);
        AdmissionCase opened = review.open(project, departments, caller);
        log.append(project, new AdmissionOpened(opened.seq(), opened.thresholdVersion(), departments));
        return new ReviewedCase(project, opened);
    }

    private static List<String> departments(NewAdmission said) {
        Set<String> seen = new TreeSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < said.departments().size(); i++) {
            String department = said.departments().get(i);
            if (!seen.add(department)) {
                faults.add(Fault.at("/departments/" + i, ProjectProblem.DEPARTMENT_TWICE, department));
            }
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        return List.copyOf(seen);
    }
}
