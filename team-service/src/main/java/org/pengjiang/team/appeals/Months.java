package org.pengjiang.team.appeals;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.team.model.Periods;
import org.pengjiang.team.model.TeamProblem;

/** The months a figure is asked for, both included; without any, the last twelve up to the current one. */
record Months(
        @Parameter(description = "first month, such as 2026-09 起始月", example = "2026-09")
        @QueryParam("from")
        @Nullable @Pattern(regexp = MONTH, message = "{such.as} 2026-09") String from,

        @Parameter(description = "last month, such as 2026-11 截止月", example = "2026-11")
        @QueryParam("to")
        @Nullable @Pattern(regexp = MONTH, message = "{such.as} 2026-09") String to) {
    private static final String MONTH = "20[0-9]{2}-(0[1-9]|1[0-2])";
    private static final int USUAL = 12;
    private static final int MOST = 60;

    /** Both ends are named. */
    record Range(YearMonth first, YearMonth last) {
        LocalDate firstDay() {
            return first.atDay(1);
        }

        LocalDate lastMonth() {
            return last.atDay(1);
        }

        List<YearMonth> all() {
            return first.atDay(1)
                    .datesUntil(last.plusMonths(1).atDay(1), Period.ofMonths(1))
                    .map(YearMonth::from)
                    .toList();
        }
    }

    /** @throws DomainException MONTHS_REVERSED, MONTHS_TOO_MANY */
    Range range(Clock clock) {
        YearMonth last = to == null ? YearMonth.now(clock.withZone(Periods.ZONE)) : YearMonth.parse(to);
        YearMonth first = from == null ? last.minusMonths(USUAL - 1) : YearMonth.parse(from);
        if (first.isAfter(last)) {
            throw refused(TeamProblem.MONTHS_REVERSED);
        }
        if (ChronoUnit.MONTHS.between(first, last) >= MOST) {
            throw refused(TeamProblem.MONTHS_TOO_MANY);
        }
        return new Range(first, last);
    }

    private static DomainException refused(TeamProblem problem) {
        return new DomainException(problem, List.of(Fault.at("query:from", problem, MOST)), MOST);
    }
}
