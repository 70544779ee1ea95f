package org.pengjiang.appeal.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.appeal.model.Appeal;
import org.pengjiang.appeal.model.AppealCommand;
import org.pengjiang.appeal.model.AppealDesk;
import org.pengjiang.appeal.model.AppealProblem;
import org.pengjiang.appeal.model.HandOver;
import org.pengjiang.appeal.model.Handler;
import org.pengjiang.appeal.model.KnownSpecialClass;
import org.pengjiang.appeal.model.KnownSpecialClasses;
import org.pengjiang.appeal.model.KnownUnits;
import org.pengjiang.appeal.model.NamedBy;
import org.pengjiang.appeal.model.OnDesk;
import org.pengjiang.appeal.model.Transitions;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** The centre gives an appeal to whoever is to handle it. */
@ApplicationScoped
class DispatchAppeal {
    private final AppealDesk desk;
    private final HandOver handOver;
    private final KnownUnits units;
    private final KnownSpecialClasses classes;

    DispatchAppeal(AppealDesk desk, HandOver handOver, KnownUnits units, KnownSpecialClasses classes) {
        this.desk = desk;
        this.handOver = handOver;
        this.units = units;
        this.classes = classes;
    }

    @Transactional
    Appeal dispatch(UUID id, DispatchOrder order, Caller caller) {
        OnDesk taken = desk.take(id, AppealCommand.DISPATCH, caller);
        Appeal appeal = taken.appeal();
        Transitions.require(appeal.state(), AppealCommand.DISPATCH);
        handOver.to(appeal, handler(appeal, order), NamedBy.DISPATCHER, caller.subject(), taken.now());
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
                    .map(KnownSpecialClass::asHandler)
                    .orElseThrow(() -> refused("/specialClass", AppealProblem.CLASS_NOT_OPEN, appeal.no()));
        }
        if (!units.exists(unit)) {
            throw refused("/unit", AppealProblem.UNIT_UNKNOWN, unit);
        }
        if (!units.covers(unit, appeal.division())) {
            throw refused("/unit", AppealProblem.UNIT_OUT_OF_AREA, unit);
        }
        return Handler.unit(unit);
    }

    private static DomainException refused(String pointer, AppealProblem code, String argument) {
        return new DomainException(code, List.of(Fault.at(pointer, code, argument)), argument);
    }
}
