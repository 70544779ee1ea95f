package org.pengjiang.appeal.returning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.assignment.NamedHandlers;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.appeal.model.returns.AppealReturn;
import org.pengjiang.appeal.model.returns.Returns;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Who gets an appeal when its return is upheld. */
@ApplicationScoped
class NextUnit {
    private static final String POINTER = "/unit";

    private final Returns returns;
    private final NamedHandlers handlers;

    NextUnit(Returns returns, NamedHandlers handlers) {
        this.returns = returns;
        this.handlers = handlers;
    }

    /**
     * Nobody where it is refused.
     *
     * @throws DomainException NOT_FOUND when another return, or none, waits; UNIT_WITHOUT_RETURN, UNIT_UNKNOWN, UNIT_OUT_OF_AREA,
     *     UNIT_IS_CONCERNED, HANDLER_UNCHANGED, UNIT_RETURNED_IT
     */
    Optional<Handler> of(Appeal appeal, int seq, Ruling said) {
        AppealReturn asked = returns.waiting(appeal)
                .filter(waiting -> waiting.seq() == seq)
                .orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        String unit = said.unit();
        if (said.upheld()) {
            Handler named =
                    handlers.otherUnit(appeal, asked.unit(), unit == null ? asked.foreseenUnit() : unit, POINTER);
            returns.requireNotReturnedBy(appeal, named, POINTER);
            return Optional.of(named);
        }
        if (unit != null) {
            throw new DomainException(
                    AppealProblem.UNIT_WITHOUT_RETURN, List.of(Fault.at(POINTER, AppealProblem.UNIT_WITHOUT_RETURN)));
        }
        return Optional.empty();
    }
}
