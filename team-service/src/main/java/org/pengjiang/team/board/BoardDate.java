package org.pengjiang.team.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.team.model.TeamProblem;

/** As of which date a board is drawn. */
@ApplicationScoped
class BoardDate {
    private final Clock clock;

    BoardDate(Clock clock) {
        this.clock = clock;
    }

    /** The asked date; without one today, or the last day of a year that is over. */
    LocalDate asOf(int year, @Nullable LocalDate asked) {
        LocalDate today = LocalDate.now(clock);
        LocalDate lastDay = LocalDate.of(year, 12, 31);
        if (asked == null && year <= today.getYear()) {
            return lastDay.isBefore(today) ? lastDay : today;
        }
        if (asked != null && asked.getYear() != year) {
            throw refusal(TeamProblem.AS_OF_OUTSIDE_YEAR, year);
        }
        if (asked == null || asked.isAfter(today)) {
            throw refusal(TeamProblem.AS_OF_IN_FUTURE, today);
        }
        return asked;
    }

    private static DomainException refusal(TeamProblem problem, Object argument) {
        return new DomainException(problem, List.of(Fault.at("query:asOf", problem, argument)), argument);
    }
}
