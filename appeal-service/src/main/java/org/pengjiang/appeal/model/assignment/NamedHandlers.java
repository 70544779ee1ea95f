package org.pengjiang.appeal.model.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopy;
import org.pengjiang.appeal.model.neighbours.UnitCopies;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** Whom somebody names to handle an appeal. */
@ApplicationScoped
public class NamedHandlers {
    private final UnitCopies units;
    private final SpecialClassCopies classes;

    NamedHandlers(UnitCopies units, SpecialClassCopies classes) {
        this.units = units;
        this.classes = classes;
    }

    /**
     * A unit, or the open special class of the project.
     *
     * @throws DomainException HANDLER_NOT_ONE, CLASS_NOT_OPEN, UNIT_UNKNOWN, UNIT_OUT_OF_AREA, UNIT_IS_CONCERNED
     */
    public Handler either(Appeal appeal, @Nullable String unit, @Nullable Boolean specialClass) {
        if ((unit != null) == Boolean.TRUE.equals(specialClass)) {
            throw new DomainException(
                    AppealProblem.HANDLER_NOT_ONE, List.of(Fault.at("/unit", AppealProblem.HANDLER_NOT_ONE)));
        }
        return unit == null ? specialClass(appeal) : unit(appeal, unit, "/unit");
    }

    /** The same, but not the one that has it. */
    public Handler other(Appeal appeal, @Nullable String unit, @Nullable Boolean specialClass) {
        Handler named = either(appeal, unit, specialClass);
        if (appeal.handler().filter(named::equals).isPresent()) {
            throw refused(
                    named.classId() == null ? "/unit" : "/specialClass",
                    AppealProblem.HANDLER_UNCHANGED,
                    named.accountableUnit());
        }
        return named;
    }

    /**
     * @param than the unit that should not have it
     * @throws DomainException UNIT_UNKNOWN, UNIT_OUT_OF_AREA, UNIT_IS_CONCERNED, HANDLER_UNCHANGED
     */
    public Handler otherUnit(Appeal appeal, String than, String unit, String pointer) {
        Handler named = unit(appeal, unit, pointer);
        if (than.equals(unit)) {
            throw refused(pointer, AppealProblem.HANDLER_UNCHANGED, unit);
        }
        return named;
    }

    private Handler specialClass(Appeal appeal) {
        return Optional.ofNullable(appeal.filing().projectId())
                .flatMap(classes::openOf)
                .map(SpecialClassCopy::asHandler)
                .map(handler -> requireUnconcerned(appeal, handler, "/specialClass"))
                .orElseThrow(() -> refused("/specialClass", AppealProblem.CLASS_NOT_OPEN, appeal.no()));
    }

    private Handler unit(Appeal appeal, String unit, String pointer) {
        if (!units.exists(unit)) {
            throw refused(pointer, AppealProblem.UNIT_UNKNOWN, unit);
        }
        if (!units.covers(unit, appeal.division())) {
            throw refused(pointer, AppealProblem.UNIT_OUT_OF_AREA, unit);
        }
        return requireUnconcerned(appeal, Handler.unit(unit), pointer);
    }

    /** No unit judges a complaint about itself. */
    private Handler requireUnconcerned(Appeal appeal, Handler handler, String pointer) {
        String unit = handler.accountableUnit();
        if (units.isSame(unit, appeal.division(), appeal.confidentiality().about())) {
            throw refused(pointer, AppealProblem.UNIT_IS_CONCERNED, unit);
        }
        return handler;
    }

    private static DomainException refused(String pointer, AppealProblem code, String argument) {
        return new DomainException(code, List.of(Fault.at(pointer, code, argument)), argument);
    }
}
