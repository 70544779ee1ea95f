package org.pengjiang.project.model;

import java.util.List;
import java.util.Set;

/** The captain asks for admission: the figures a department can judge are all there. */
final class AdmissionReviewGate implements Gate {
    @Override
    public Stage from() {
        return Stage.NEGOTIATING;
    }

    @Override
    public Stage to() {
        return Stage.ADMISSION_REVIEW;
    }

    @Override
    public Set<String> submitters() {
        return Set.of(Roles.TEAM_CAPTAIN);
    }

    @Override
    public void examine(GateFile file, GateFindings findings) {
        InvestmentProject project = file.project();
        needFigures(project, findings);
        findings.need(
                "investors",
                !file.investors().isEmpty() && file.investors().stream().allMatch(Investor::isIdentifiedOrStated),
                GateRule.RULE_INVESTOR_ID_OR_STATEMENT);
        needConfirmedCodes(file, findings);
        findings.needEvidence(project, List.of(EvidenceType.PROJECT_PLAN, EvidenceType.FEASIBILITY_STUDY));
        findings.needEvidence(project, List.of(EvidenceType.CREDIT_CHECK));
        findings.needEvidence(project, List.of(EvidenceType.VISIT_REPORT));
    }

    /** Asked at every gate that leads on: investors and shares may have changed since the one before. */
    static void needConfirmedCodes(GateFile file, GateFindings findings) {
        findings.need(
                "investors",
                file.investors().stream().noneMatch(Investor::isOverrideUnconfirmed),
                GateRule.RULE_OVERRIDE_CONFIRMED);
        file.investors().stream()
                .flatMap(investor -> investor.override().stream())
                .forEach(override -> findings.needFreeConfirmers(
                        "investors", override, file.project().credited()));
    }

    private static void needFigures(InvestmentProject project, GateFindings findings) {
        findings.need("plan.plannedSignOn", project.plan().plannedSignOn());
        findings.need("plan.plannedStartOn", project.plan().plannedStartOn());
        findings.need("plan.plannedProduceOn", project.plan().plannedProduceOn());
        findings.need("money.plannedTotalYuan", project.money().plannedTotalYuan());
        findings.need("money.plannedFixedYuan", project.money().plannedFixedYuan());
        findings.need("land", project.land().isSized(), GateRule.RULE_LAND_OR_PLANT);
        findings.need("output.energyTce", project.output().energyTce());
        findings.need("output.peakOutputYuan", project.output().peakOutputYuan());
        findings.need("output.peakTaxYuan", project.output().peakTaxYuan());
        findings.need("output.jobs", project.output().jobs());
    }

    @Override
    public List<String> confirmers(GateFile file) {
        return List.of();
    }
}
