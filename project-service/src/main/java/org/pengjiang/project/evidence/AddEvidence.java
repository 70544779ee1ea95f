package org.pengjiang.project.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.kit.file.Files;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.EvidenceAdded;
import org.pengjiang.project.model.Evidence;
import org.pengjiang.project.model.EvidencePaper;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Permissions;
import org.pengjiang.project.model.Projects;

/** Hands in a document. */
@ApplicationScoped
class AddEvidence {
    private final Projects projects;
    private final Files files;
    private final EventLog log;
    private final Clock clock;

    AddEvidence(Projects projects, Files files, EventLog log, Clock clock) {
        this.projects = projects;
        this.files = files;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    Judged add(UUID id, NewEvidence said, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        Permissions.requireOwnTeamIfClaimed(project, caller, "evidence:add");
        UUID file = said.fileId();
        EvidencePaper paper = file == null ? said.paper() : said.paperWith(files.unattached(file, "/fileId", caller));
        Evidence piece = project.handIn(paper, caller, Instant.now(clock));
        if (file != null) {
            files.attach(file, "/fileId", EvidenceFiles.SUBJECT, piece.id(), caller);
        }
        log.append(
                project,
                new EvidenceAdded(piece.id(), piece.type().name(), paper.title(), paper.docNo(), paper.sha256()));
        return new Judged(project, piece);
    }
}
