package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.pengjiang.kit.identity.DivisionScope;

/** Gathers what a gate looks at; the dry run and the real run gather the same. */
@ApplicationScoped
public class GateFiles {
    private final Investors investors;
    private final Duplicates duplicates;
    private final ThresholdPolicies policies;
    private final Clock clock;

    GateFiles(Investors investors, Duplicates duplicates, ThresholdPolicies policies, Clock clock) {
        this.investors = investors;
        this.duplicates = duplicates;
        this.policies = policies;
        this.clock = clock;
    }

    public GateFile of(InvestmentProject project, GateWish wish) {
        List<Investor> known = investors.among(
                Investors.districtOf(DivisionScope.of(project.division())),
                project.investors().stream().map(ProjectInvestor::investorId).toList());
        return new GateFile(
                project,
                known,
                wish.to() == Stage.NEGOTIATING ? duplicates.of(project, known) : List.of(),
                policies.inForceOn(wish.businessDate()),
                wish.businessDate(),
                LocalDate.now(clock),
                wish.skipReason(),
                wish.reason());
    }
}
