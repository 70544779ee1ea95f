package org.pengjiang.appeal.dispatching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.assignment.AssignHandler;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.directory.DispatchBasis;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopy;
import org.pengjiang.appeal.model.neighbours.UnitCopies;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** The centre gives an appeal to whoever is to handle it. */
@ApplicationScoped
class DispatchAppeal {
    private final OpenForCommand open;
    private final AssignHandler assign;
    private final UnitCopies units;
    private final SpecialClassCopies classes;

    DispatchAppeal(OpenForCommand open, AssignHandler assign, UnitCopies units, SpecialClassCopies classes) {
        this.open = open;
        this.assign = assign;
        this.units = units;
        this.classes = classes;
    }

    @Transactional
    Appeal dispatch(UUID id, DispatchOrder order, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.DISPATCH, caller);
        Appeal appeal = context.appeal();
        assign.to(appeal, handler(appeal, order), DispatchBasis.DISPATCHER, caller.subject(), context.now());
        return appeal;
    }

    private Handler handler(Appeal appeal, DispatchOrder order) {
        String unit = order.unit();
        if (order.isAmbiguous()) {
            throw new DomainException(
                    AppealProblem.HANDLER_NOT_ONE, List.of(Fault.at("/unit", AppealProblem.HANDLER_NOT_ONE)));
        }
        if (unit == null) {
            return Optional.ofNullable(appeal.filing().projectId())
                    .flatMap(classes::openOf)
                    .map(SpecialClassCopy::asHandler)
                    .map(handler -> requireOther(appeal, handler, "/specialClass"))
                    .orElseThrow(() -> refused("/specialClass", AppealProblem.CLASS_NOT_OPEN, appeal.no()));
        }
        if (!units.exists(unit)) {
            throw refused("/unit", AppealProblem.UNIT_UNKNOWN, unit);
        }
        if (!units.covers(unit, appeal.division())) {
            throw refused("/unit", AppealProblem.UNIT_OUT_OF_AREA, unit);
        }
        return requireOther(appeal, Handler.unit(unit), "/unit");
    }

    /** No unit judges a complaint about itself. */
    private Handler requireOther(Appeal appeal, Handler handler, String pointer) {
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
