package org.pengjiang.project.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A formal agreement stands, the special class is at work, and the credit is shared out to the last basis point. */
final class SignedGate implements Gate {
    @Override
    public Stage from() {
        return Stage.ADMITTED;
    }

    @Override
    public Stage to() {
        return Stage.SIGNED;
    }

    @Override
    public Set<String> submitters() {
        return Set.of(Roles.TEAM_MEMBER, Roles.TEAM_CAPTAIN);
    }

    @Override
    public void examine(GateFile file, GateFindings findings) {
        InvestmentProject project = file.project();
        Optional<Agreement> formal = project.formalAgreement();
        findings.need("agreement", formal.isPresent(), GateRule.RULE_FORMAL_AGREEMENT);
        formal.ifPresent(agreement -> {
            findings.need(
                    "businessDate",
                    agreement.signedOn().equals(file.businessDate()),
                    GateRule.RULE_DATE_IS_SIGNING_DATE);
            findings.need("agreement.commitments", !agreement.commitments().isEmpty(), GateRule.RULE_COMMITMENTS);
        });
        findings.need("shares", project.shares().isWhole(), GateRule.RULE_SHARES_WHOLE);
        findings.need("specialClass", project.specialClass().isPresent(), GateRule.RULE_SPECIAL_CLASS_OPEN);
        findings.need("money.plannedTotalYuan", project.money().plannedTotalYuan());
        findings.need("industry.industryCode", project.industry().isAtClassLevel(), GateRule.RULE_CLASS_LEVEL_INDUSTRY);
        AdmissionReviewGate.needConfirmedCodes(file, findings);
        needStandingDecision(file, findings);
        findings.needEvidence(
                project,
                List.of(EvidenceType.AGREEMENT_SCAN),
                GateFindings.Quality.HASHED,
                GateFindings.Quality.VERIFIED);
    }

    private static void needStandingDecision(GateFile file, GateFindings findings) {
        file.project().admission().ifPresent(admission -> {
            findings.need(
                    "admission.validUntil", admission.isValidOn(file.businessDate()), GateRule.RULE_DECISION_VALID);
            findings.need(
                    "admission.figures", admission.stillDescribes(file.project()), GateRule.RULE_FIGURES_AS_DECIDED);
        });
    }

    @Override
    public List<String> confirmers(GateFile file) {
        return List.of(Roles.PROMOTION_OFFICE);
    }
}
