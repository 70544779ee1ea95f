package org.pengjiang.project.model;

import java.util.List;
import java.util.Set;

/** A lead becomes a negotiation: someone to talk to, something to talk about, and a team that claims it. */
final class NegotiatingGate implements Gate {
    @Override
    public Stage from() {
        return Stage.LEAD;
    }

    @Override
    public Stage to() {
        return Stage.NEGOTIATING;
    }

    @Override
    public Set<String> submitters() {
        return Set.of(Roles.TEAM_MEMBER, Roles.TEAM_CAPTAIN);
    }

    @Override
    public void examine(GateFile file, GateFindings findings) {
        InvestmentProject project = file.project();
        findings.need("investors", !file.investors().isEmpty(), GateRule.RULE_REQUIRED);
        findings.need("money.plannedTotalYuan", project.money().plannedTotalYuan());
        findings.need("industry", project.industry().isKnown(), GateRule.RULE_CHAIN_OR_INDUSTRY);
        findings.need("contact", project.hasContact(), GateRule.RULE_REQUIRED);
        findings.need("shares", project.shares().isWhole(), GateRule.RULE_SHARES_WHOLE);
        findings.needEvidence(
                project, List.of(EvidenceType.CONTACT_RECORD, EvidenceType.VISIT_NOTE), GateFindings.Quality.DATED);
    }

    @Override
    public List<String> confirmers(GateFile file) {
        return file.isBlockedByDuplicate() ? List.of(Roles.PROMOTION_OFFICE) : List.of();
    }
}
