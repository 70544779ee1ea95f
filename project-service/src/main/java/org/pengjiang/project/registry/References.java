package org.pengjiang.project.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.project.model.Chain;
import org.pengjiang.project.model.Chains;
import org.pengjiang.project.model.Investor;
import org.pengjiang.project.model.Investors;
import org.pengjiang.project.model.ProjectFacts;
import org.pengjiang.project.model.ProjectInvestor;
import org.pengjiang.project.model.ProjectProblem;
import org.pengjiang.project.model.Projects;

/** Looks up what the facts of a project refer to, and refuses them with every fault at once. */
@ApplicationScoped
class References {
    private final Chains chains;
    private final Investors investors;
    private final Projects projects;
    private final Clock clock;

    References(Chains chains, Investors investors, Projects projects, Clock clock) {
        this.chains = chains;
        this.investors = investors;
        this.projects = projects;
        this.clock = clock;
    }

    record Resolved(@Nullable Integer chainVersion, List<String> investorNames) {}

    Resolved resolve(ProjectFacts facts, DivisionScope scope) {
        List<Fault> faults = new ArrayList<>();
        if (!scope.covers(facts.divisionCode())) {
            faults.add(Fault.at(
                    "/divisionCode",
                    ProjectProblem.DIVISION_OUT_OF_SCOPE,
                    facts.divisionCode().value()));
        }
        Integer chainVersion = chainVersion(facts, faults);
        UUID parent = facts.parentProjectId();
        if (parent != null && projects.find(scope, parent).isEmpty()) {
            faults.add(Fault.at("/parentProjectId", ProjectProblem.PARENT_UNKNOWN));
        }
        List<Investor> known = investors(facts, scope, faults);
        facts.requireConsistent(faults);
        return new Resolved(chainVersion, known.stream().map(Investor::name).toList());
    }

    private @Nullable Integer chainVersion(ProjectFacts facts, List<Fault> faults) {
        String code = facts.industry() == null ? null : facts.industry().chainCode();
        if (code == null) {
            return null;
        }
        Chain chain = chains.find(code, LocalDate.now(clock)).orElse(null);
        if (chain == null) {
            faults.add(Fault.at("/industry/chainCode", ProjectProblem.CHAIN_UNKNOWN, code));
            return null;
        }
        return chain.version();
    }

    private List<Investor> investors(ProjectFacts facts, DivisionScope scope, List<Fault> faults) {
        List<UUID> ids = facts.investorsOrNone().stream()
                .map(ProjectInvestor::investorId)
                .toList();
        List<Investor> known = investors.among(Investors.districtOf(scope), ids);
        Set<UUID> found = known.stream().map(Investor::id).collect(Collectors.toSet());
        for (int i = 0; i < ids.size(); i++) {
            if (!found.contains(ids.get(i))) {
                faults.add(Fault.at("/investors/" + i + "/investorId", ProjectProblem.INVESTOR_UNKNOWN));
            }
        }
        return known;
    }
}
