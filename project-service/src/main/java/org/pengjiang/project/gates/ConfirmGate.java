package org.pengjiang.project.gates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.GateConfirmed;
import org.pengjiang.project.model.GateFiles;
import org.pengjiang.project.model.GateRequest;
import org.pengjiang.project.model.GateReview;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.RequestStatus;
import org.pengjiang.project.model.StageDoor;

/** Gives one of the confirmations a gate waits for; with the last one the project enters the stage. */
@ApplicationScoped
class ConfirmGate {
    private final Projects projects;
    private final GateFiles files;
    private final GateReview review;
    private final StageDoor door;
    private final EventLog log;

    ConfirmGate(Projects projects, GateFiles files, GateReview review, StageDoor door, EventLog log) {
        this.projects = projects;
        this.files = files;
        this.review = review;
        this.door = door;
        this.log = log;
    }

    @Transactional
    Asked confirm(UUID id, int seq, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        GateRequest request = GateReview.request(project, seq);
        String role = review.confirm(files.of(project, request.wish()), seq, caller);
        log.append(project, new GateConfirmed(seq, request.to().name(), role));
        if (request.status() == RequestStatus.PASSED) {
            door.pass(project, request, caller);
        }
        return new Asked(project, request);
    }
}
