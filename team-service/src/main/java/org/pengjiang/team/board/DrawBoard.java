package org.pengjiang.team.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.team.model.StoredPeriods;

/** Reads what a board needs, once, and lets {@link Board} do the arithmetic. */
@ApplicationScoped
class DrawBoard {
    private final BoardQueries queries;
    private final Assumptions assumptions;
    private final StoredPeriods periods;
    private final WorkCalendar calendar;
    private final Clock clock;

    DrawBoard(
            BoardQueries queries, Assumptions assumptions, StoredPeriods periods, WorkCalendar calendar, Clock clock) {
        this.queries = queries;
        this.assumptions = assumptions;
        this.periods = periods;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Transactional
    Board draw(DivisionScope scope, int year, LocalDate asOf) {
        String district = scope.value();
        Assumptions.InForce rules = assumptions.at(district, asOf);
        List<BoardTeam> teams = queries.teams(scope, year, asOf);
        Judge judge = new Judge(
                year,
                asOf,
                queries.credits(scope, year, asOf),
                rules.lights(),
                rules.smallestDenominator(),
                new Dues(year, calendar.of(DivisionCode.parse(district))::isWorkday));
        boolean provisional = clock.instant().isBefore(periods.expectedCutOff(district, YearMonth.from(asOf)));
        return new Board(district, judge, teams, rules.assumptions(), provisional);
    }
}
