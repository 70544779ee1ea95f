package org.pengjiang.team.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.DivisionLevel;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.team.model.TeamProblem;

/** Which district's board as of which date a caller asks for. */
@ApplicationScoped
class BoardDate {
    private final CurrentCaller caller;
    private final Clock clock;

    BoardDate(CurrentCaller caller, Clock clock) {
        this.caller = caller;
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

    /**
     * The caller's own district unless another one is named. A district's figures are its bulletin: its towns see them
     * too, other districts do not.
     */
    String district(@Nullable String asked) {
        Caller who = caller.get();
        DivisionCode own = who.division().orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        if (asked == null) {
            return own.district()
                    .orElseThrow(() -> new DomainException(
                            TeamProblem.DISTRICT_AMBIGUOUS,
                            List.of(Fault.at("query:division", TeamProblem.DISTRICT_AMBIGUOUS))));
        }
        DivisionCode district = parse(asked);
        if (!own.contains(district) && !district.contains(own)) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return district.value();
    }

    private static DivisionCode parse(String asked) {
        try {
            DivisionCode code = DivisionCode.parse(asked);
            if (code.level() == DivisionLevel.DISTRICT) {
                return code;
            }
        } catch (InvalidIdentifier shape) {
            // no code at all is refused like a code of another level
        }
        throw new DomainException(
                KitProblem.PARAMETER_INVALID, List.of(Fault.at("query:division", KitProblem.PARAMETER_INVALID, asked)));
    }
}
