package org.pengjiang.appeal.calendars;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.pengjiang.kit.problem.ConstraintProblems;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.ProblemCode;

/** Two publications at once: the later one has read an older revision. */
@ApplicationScoped
class CalendarConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemCode> byConstraint() {
        return Map.of(
                "calendar_division_unique", KitProblem.VERSION_STALE,
                "calendar_publication_once", KitProblem.VERSION_STALE);
    }
}
