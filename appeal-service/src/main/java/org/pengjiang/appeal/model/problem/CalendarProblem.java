package org.pengjiang.appeal.model.problem;

import org.pengjiang.kit.problem.Kind;
import org.pengjiang.kit.problem.ProblemCode;

/** What is refused about calendars and what-if deadlines. */
public enum CalendarProblem implements ProblemCode {
    CALENDAR_BELOW_CONTRADICTED(Kind.UNACCEPTABLE),
    CALENDAR_DAY_PAST(Kind.UNACCEPTABLE),
    CALENDAR_NOT_OWN(Kind.FORBIDDEN),
    EXCLUSION_DAY_NOT_PAST(Kind.UNACCEPTABLE),
    LOCAL_DAY_UNKNOWN(Kind.UNACCEPTABLE),
    NATIONAL_YEAR_DAY_OVER(Kind.UNACCEPTABLE),
    NATIONAL_YEAR_LOADED(Kind.UNACCEPTABLE),
    PAUSE_REVERSED(Kind.UNACCEPTABLE),
    PUBLICATION_CHANGES_NOTHING(Kind.UNACCEPTABLE),
    ROLL_FORWARD_UNFIT(Kind.UNACCEPTABLE),
    TARGET_AMOUNT(Kind.UNACCEPTABLE);

    private final Kind kind;

    CalendarProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
