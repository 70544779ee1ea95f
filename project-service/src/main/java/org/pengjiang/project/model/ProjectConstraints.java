package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.pengjiang.kit.problem.ConstraintProblems;
import org.pengjiang.kit.problem.ProblemCode;

/** What the database's own refusals mean: the last word where two callers race past the same check. */
@ApplicationScoped
class ProjectConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.ofEntries(
                Map.entry("investor_identity", ProjectProblem.INVESTOR_EXISTS),
                Map.entry("project_external_id", ProjectProblem.EXTERNAL_ID_IMPORTED),
                Map.entry("project_national_code_live", ProjectProblem.NATIONAL_CODE_TAKEN),
                Map.entry("project_parent", ProjectProblem.PARENT_UNKNOWN),
                Map.entry("project_investor_investor", ProjectProblem.INVESTOR_UNKNOWN),
                Map.entry("credit_share_team", ProjectProblem.TEAM_UNKNOWN),
                Map.entry("agreement_one_formal", ProjectProblem.FORMAL_AGREEMENT_EXISTS),
                Map.entry("special_class_one_open", ProjectProblem.SPECIAL_CLASS_EXISTS),
                Map.entry("gate_request_one_open", ProjectProblem.GATE_REQUEST_OPEN_NOW),
                Map.entry("amount_revision_one_open", ProjectProblem.AMOUNT_REVISION_OPEN));
    }
}
