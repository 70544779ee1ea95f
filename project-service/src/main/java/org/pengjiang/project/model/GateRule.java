package org.pengjiang.project.model;

import org.pengjiang.kit.problem.Kind;
import org.pengjiang.kit.problem.ProblemCode;

/** The rules a gate can find unmet; each stands in {@code missing[].rule} and, in words, in the problem's errors. */
public enum GateRule implements ProblemCode {
    RULE_REQUIRED,
    RULE_CHAIN_OR_INDUSTRY,
    RULE_INVESTOR_ID_OR_STATEMENT,
    RULE_OVERRIDE_CONFIRMED,
    RULE_LAND_OR_PLANT,
    RULE_CLASS_LEVEL_INDUSTRY,
    RULE_SHARES_WHOLE,
    RULE_DATE_NOT_BEFORE_PREVIOUS,
    RULE_DATE_NOT_IN_FUTURE,
    RULE_DATE_IS_SIGNING_DATE,
    RULE_EVIDENCE_PRESENT,
    RULE_EVIDENCE_DATED,
    RULE_EVIDENCE_VERIFIED,
    RULE_CONFIRMER_NOT_CREDITED,
    RULE_EVIDENCE_NUMBERED,
    RULE_EVIDENCE_HASHED,
    RULE_CASE_OPEN,
    RULE_CASE_DECIDED,
    RULE_CASE_ADMITS,
    RULE_OPINION_GIVEN,
    RULE_CONDITIONS_RECORDED,
    RULE_DECISION_VALID,
    RULE_FIGURES_AS_DECIDED,
    RULE_FORMAL_AGREEMENT,
    RULE_COMMITMENTS,
    RULE_SPECIAL_CLASS_OPEN,
    RULE_SKIP_REASON_HOLDS,
    RULE_RETURN_GROUND;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
