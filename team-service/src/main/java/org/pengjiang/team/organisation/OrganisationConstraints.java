package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.pengjiang.kit.problem.ConstraintProblems;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;
import org.pengjiang.team.model.TeamProblem;

@ApplicationScoped
class OrganisationConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of(
                "unit_code_unique", TeamProblem.UNIT_CODE_TAKEN,
                "team_code_unique", TeamProblem.TEAM_CODE_TAKEN,
                "captaincy_one_from_a_day", TeamProblem.CAPTAIN_BEFORE_LAST,
                "team_member_once_from_a_day", KitProblem.ALREADY_EXISTS);
    }
}
