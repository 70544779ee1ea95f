package org.pengjiang.project.gates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.GateSubmitted;
import org.pengjiang.project.model.GateFile;
import org.pengjiang.project.model.GateFiles;
import org.pengjiang.project.model.GateRequest;
import org.pengjiang.project.model.GateReview;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.RequestStatus;
import org.pengjiang.project.model.StageDoor;

/** Asks for a gate. Where nobody has to confirm, it is passed at once. */
@ApplicationScoped
class SubmitGate {
    private final Projects projects;
    private final GateFiles files;
    private final GateReview review;
    private final StageDoor door;
    private final EventLog log;

    SubmitGate(Projects projects, GateFiles files, GateReview review, StageDoor door, EventLog log) {
        this.projects = projects;
        this.files = files;
        this.review = review;
        this.door = door;
        this.log = log;
    }

    @Transactional
    Asked submit(UUID id, GateDemand demand, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        GateFile file = files.of(project, demand.wish());
        GateRequest request = review.submit(file, demand.to(), caller);
        log.append(
                project,
                new GateSubmitted(
                        request.seq(),
                        request.from().name(),
                        request.to().name(),
                        request.businessDate(),
                        request.approval().needed(),
                        request.duplicates()));
        if (request.status() == RequestStatus.PASSED) {
            door.pass(project, request, caller);
        }
        return new Asked(project, request);
    }
}
