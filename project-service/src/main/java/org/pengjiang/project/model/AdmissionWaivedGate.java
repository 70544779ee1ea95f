package org.pengjiang.project.model;

import java.util.List;
import java.util.Set;

/** Admission without a review: only a leased plant below the limit, or an expansion on ground the firm already has. */
final class AdmissionWaivedGate implements Gate {
    @Override
    public Stage from() {
        return Stage.NEGOTIATING;
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
        InvestmentProject project = file.project();
        SkipReason reason = file.skipReason();
        findings.need("skipReason", reason);
        findings.need("money.plannedTotalYuan", project.money().plannedTotalYuan());
        findings.need("land", project.land().isSized(), GateRule.RULE_LAND_OR_PLANT);
        if (reason != null) {
            findings.need("skipReason", holds(reason, file), GateRule.RULE_SKIP_REASON_HOLDS);
        }
        AdmissionReviewGate.needConfirmedCodes(file, findings);
        AdmittedGate.needMinutes(project, findings);
    }

    private static boolean holds(SkipReason reason, GateFile file) {
        InvestmentProject project = file.project();
        var total = project.money().plannedTotalYuan();
        return switch (reason) {
            case LEASED_PLANT_BELOW_LIMIT ->
                project.land().landMode() == LandMode.LEASE_PLANT
                        && total != null
                        && total.compareTo(file.policy().waiverBelow()) < 0;
            case EXPANSION_ON_OWN_LAND ->
                project.kind() == ProjectKind.EXPANSION && project.land().landMode() == LandMode.EXISTING_SITE;
        };
    }

    @Override
    public List<String> confirmers(GateFile file) {
        return List.of(file.isForLeadingGroup() ? Roles.LEADER : Roles.PROMOTION_OFFICE);
    }

    @Override
    public boolean skipsAStage() {
        return true;
    }
}
