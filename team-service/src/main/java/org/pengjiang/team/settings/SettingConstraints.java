package org.pengjiang.team.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.pengjiang.kit.problem.ConstraintProblems;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;

/** Two changes at once: the later one has read an older version. */
@ApplicationScoped
class SettingConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of(
                "setting_name_unique", KitProblem.VERSION_STALE, "setting_version_number", KitProblem.VERSION_STALE);
    }
}
