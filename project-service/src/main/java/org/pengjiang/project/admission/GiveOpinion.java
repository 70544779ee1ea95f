package org.pengjiang.project.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.OpinionGiven;
import org.pengjiang.project.model.AdmissionCase;
import org.pengjiang.project.model.AdmissionReview;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;

/** Notes what a department says; only its own people can say it. */
@ApplicationScoped
class GiveOpinion {
    private final Projects projects;
    private final AdmissionReview review;
    private final EventLog log;

    GiveOpinion(Projects projects, AdmissionReview review, EventLog log) {
        this.projects = projects;
        this.review = review;
        this.log = log;
    }

    @Transactional
    ReviewedCase give(UUID id, Opinion opinion, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        AdmissionCase heard = review.give(project, opinion.department(), opinion.verdict(), opinion.text(), caller);
        log.append(
                project,
                new OpinionGiven(
                        heard.seq(), opinion.department(), opinion.verdict().name()));
        return new ReviewedCase(project, heard);
    }
}
