package org.pengjiang.project.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The office brings the decided case. The leading group confirms from the policy's limit on, and below it wherever a
 * department objected or gave no opinion: silence is overdue, not consent.
 */
final class AdmittedGate implements Gate {
    @Override
    public Stage from() {
        return Stage.ADMISSION_REVIEW;
    }

    @Override
    public Stage to() {
        return Stage.ADMITTED;
    }

    @Override
    public Set<String> submitters() {
        return Set.of(Roles.PROMOTION_OFFICE);
    }

    @Override
    public void examine(GateFile file, GateFindings findings) {
        Optional<AdmissionCase> found = file.project().admission();
        findings.need("admission", found.isPresent(), GateRule.RULE_CASE_OPEN);
        found.ifPresent(admission -> {
            findings.need("admission.decision", admission.isDecided(), GateRule.RULE_CASE_DECIDED);
            findings.need(
                    "admission.decision", !admission.isDecided() || admission.admits(), GateRule.RULE_CASE_ADMITS);
            findings.need("admission.conditions", admission.conditionsAreRecorded(), GateRule.RULE_CONDITIONS_RECORDED);
            admission.departmentsWithoutOpinion().stream()
                    .filter(department -> !admission.withoutOpinion().contains(department))
                    .forEach(department ->
                            findings.need("admission.opinions." + department, false, GateRule.RULE_OPINION_GIVEN));
            findings.need(
                    "admission.figures", admission.stillDescribes(file.project()), GateRule.RULE_FIGURES_AS_DECIDED);
        });
        needMinutes(file.project(), findings);
    }

    static void needMinutes(InvestmentProject project, GateFindings findings) {
        findings.needEvidence(
                project, List.of(EvidenceType.MINUTES), GateFindings.Quality.NUMBERED, GateFindings.Quality.VERIFIED);
    }

    @Override
    public List<String> confirmers(GateFile file) {
        boolean contested = file.project()
                .admission()
                .map(admission -> admission.hasObjection()
                        || !admission.departmentsWithoutOpinion().isEmpty())
                .orElse(false);
        return List.of(file.isForLeadingGroup() || contested ? Roles.LEADER : Roles.PROMOTION_OFFICE);
    }
}
