package org.pengjiang.team.model;

import java.time.LocalDate;
import java.util.List;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.DivisionLevel;
import org.pengjiang.identifiers.DivisionRegister;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Where a unit or team may be placed: in a district or below it, in force today, inside what the caller may see. */
public final class Placement {
    private static final String POINTER = "/divisionCode";

    private Placement() {}

    public static DivisionCode of(String code, DivisionScope scope, LocalDate today) {
        DivisionCode division = parse(code);
        DivisionRegister register = DivisionRegister.shipped();
        if (division.level().compareTo(DivisionLevel.DISTRICT) < 0
                || division.district().isEmpty()) {
            throw refusal(TeamProblem.DIVISION_TOO_WIDE);
        }
        DivisionCode current = register.currentCode(division, today);
        boolean retired =
                register.find(division).map(it -> it.isRetiredOn(today)).orElse(false);
        if (retired) {
            throw refusal(TeamProblem.DIVISION_NOT_IN_FORCE, current.value());
        }
        if (!scope.covers(division)) {
            throw refusal(TeamProblem.DIVISION_OUT_OF_SCOPE);
        }
        return division;
    }

    private static DivisionCode parse(String code) {
        try {
            return DivisionCode.parse(code);
        } catch (InvalidIdentifier shape) {
            throw new DomainException(
                    KitProblem.BODY_INVALID, List.of(Fault.at(POINTER, KitProblem.VALUE_UNACCEPTABLE, code)));
        }
    }

    private static DomainException refusal(TeamProblem problem, Object... arguments) {
        return new DomainException(problem, List.of(Fault.at(POINTER, problem, arguments)), arguments);
    }
}
