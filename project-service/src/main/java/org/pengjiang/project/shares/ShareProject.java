package org.pengjiang.project.shares;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.events.SharesChanged;
import org.pengjiang.project.events.SharesSet;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.KnownTeam;
import org.pengjiang.project.model.KnownTeams;
import org.pengjiang.project.model.OverriddenCodes;
import org.pengjiang.project.model.ProjectProblem;
import org.pengjiang.project.model.Projects;
import org.pengjiang.project.model.Share;
import org.pengjiang.project.model.Shares;

/** Says how the teams share a project. Once it is signed, credit moves with it, and the others are told. */
@ApplicationScoped
class ShareProject {
    private final Projects projects;
    private final KnownTeams teams;
    private final OverriddenCodes codes;
    private final EventLog log;
    private final Clock clock;

    ShareProject(Projects projects, KnownTeams teams, OverriddenCodes codes, EventLog log, Clock clock) {
        this.projects = projects;
        this.teams = teams;
        this.codes = codes;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    InvestmentProject share(UUID id, ShareDemand demand, Caller caller) {
        InvestmentProject project = projects.forChange(caller.scope(), id);
        LocalDate today = LocalDate.now(clock);
        LocalDate checkedFor = demand.validFrom() == null ? today : demand.validFrom();
        Shares agreed = Shares.agreed(lines(project, demand, checkedFor, today));
        LocalDate validFrom = demand.validFrom() == null && agreed.equals(project.shares())
                ? project.sharesHoldFrom().orElse(today)
                : checkedFor;
        if (!project.share(agreed, validFrom, demand.ruling(), caller)) {
            return project;
        }
        log.append(
                project,
                project.stage().isSignedOrLater()
                        ? new SharesChanged(project.id(), project.no(), validFrom, demand.ruling(), agreed.asEvent())
                        : new SharesSet(validFrom, agreed.asEvent()));
        codes.sharedAnew(project);
        return project;
    }

    private List<Share> lines(InvestmentProject project, ShareDemand demand, LocalDate validFrom, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        DivisionCode district = DivisionCode.parse(project.division().district().orElseThrow());
        if (validFrom.isAfter(today)) {
            faults.add(Fault.at("/validFrom", ProjectProblem.DATE_IN_FUTURE));
        }
        Map<UUID, KnownTeam> known = teams
                .withIds(
                        DivisionScope.of(district),
                        demand.shares().stream().map(ShareDemand.Line::teamId).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(KnownTeam::id, Function.identity()));
        List<Share> lines = new ArrayList<>();
        for (int i = 0; i < demand.shares().size(); i++) {
            ShareDemand.Line line = demand.shares().get(i);
            KnownTeam team = known.get(line.teamId());
            if (team == null || !team.existsOn(validFrom) || !team.worksIn(district)) {
                faults.add(Fault.at("/shares/" + i + "/teamId", ProjectProblem.TEAM_UNKNOWN));
            } else {
                lines.add(new Share(team.id(), team.code(), line.role(), line.basisPoints(), line.overlay()));
            }
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        return lines;
    }
}
