package org.pengjiang.kit.settings;

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
                "division_setting_unique", KitProblem.VERSION_STALE,
                "division_setting_version_pk", KitProblem.VERSION_STALE);
    }
}
