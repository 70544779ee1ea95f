package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The course of a gate request: who may ask, who may confirm, and that what was missing then is not missing now. */
@ApplicationScoped
public class GateReview {
    private final Clock clock;

    GateReview(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws DomainException PROJECT_NOT_ACTIVE, GATE_UNKNOWN, FORBIDDEN, NOT_OF_CREDITED_TEAM, GATE_REQUEST_OPEN,
     *     GATE_NOT_SATISFIED
     */
    public GateRequest submit(GateFile file, Stage to, Caller caller) {
        InvestmentProject project = file.project();
        Permissions.requireSubmitter(Gates.require(project.stage(), to), project, caller);
        project.requireQuiet();
        Examination examination = Gates.examine(file, to);
        examination.orThrow(to);
        return project.request(file, to, examination, caller, Instant.now(clock));
    }

    /**
     * @return the role confirmed in
     * @throws DomainException NOT_FOUND, GATE_REQUEST_CLOSED, FOUR_EYES, CREDITED_TEAM_MEMBER, NOT_CONFIRMER,
     *     GATE_NOT_SATISFIED when something has gone missing since
     */
    public String confirm(GateFile file, int seq, Caller caller) {
        InvestmentProject project = file.project();
        project.requireActive();
        GateRequest request = request(project, seq);
        String role = request.roleToConfirmIn(caller);
        Gates.examine(file, request.to()).orThrow(request.to());
        request.confirm(caller, Instant.now(clock));
        return role;
    }

    public void reject(InvestmentProject project, int seq, String reason, Caller caller) {
        request(project, seq).reject(caller, reason, Instant.now(clock));
    }

    public void withdraw(InvestmentProject project, int seq, String reason, Caller caller) {
        request(project, seq).withdraw(caller, reason, Instant.now(clock));
    }

    public static GateRequest request(InvestmentProject project, int seq) {
        Optional<GateRequest> found = project.gateRequests().stream()
                .filter(request -> request.seq() == seq)
                .findFirst();
        return found.orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}
