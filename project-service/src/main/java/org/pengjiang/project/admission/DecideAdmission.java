package org.pengjiang.project.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.AdmissionDecided;
import org.pengjiang.project.model.AdmissionCase;
import org.pengjiang.project.model.AdmissionReview;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.Ruling;

/** Records the decision of the meeting. */
@ApplicationScoped
class DecideAdmission {
    private final Projects projects;
    private final AdmissionReview review;
    private final EventLog log;

    DecideAdmission(Projects projects, AdmissionReview review, EventLog log) {
        this.projects = projects;
        this.review = review;
        this.log = log;
    }

    @Transactional
    ReviewedCase decide(UUID id, Ruling ruling, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        AdmissionCase decided = review.decide(project, ruling, caller);
        log.append(
                project,
                new AdmissionDecided(
                        decided.seq(),
                        ruling.decision().name(),
                        ruling.meetingNo(),
                        decided.conditions(),
                        decided.vetoes(),
                        decided.withoutOpinion()));
        return new ReviewedCase(project, decided);
    }
}
