package org.pengjiang.project.gates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.model.GateFile;
import org.pengjiang.project.model.GateFiles;
import org.pengjiang.project.model.Gates;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Projects;

/** The dry run: the same examination as the real one, and nothing is kept. */
@ApplicationScoped
class CheckGate {
    private final Projects projects;
    private final GateFiles files;

    CheckGate(Projects projects, GateFiles files) {
        this.projects = projects;
        this.files = files;
    }

    @Transactional
    GateCheckView check(UUID id, GateDemand demand, Caller caller) {
        InvestmentProject project =
                projects.find(caller.scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        GateFile file = files.of(project, demand.wish());
        return GateCheckView.of(file, demand.to(), Gates.examine(file, demand.to()));
    }
}
