package org.pengjiang.appeal.cooperating;

import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.cooperation.CalledUnit;
import org.pengjiang.appeal.model.cooperation.Coordinations;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;

/** What of an appeal is for the unit of a caller, who may help with another part of it. */
final class OwnParts {
    private OwnParts() {}

    /** @throws DomainException NOT_CO_HANDLER */
    static Cotask require(Cotask cotask, Caller caller) {
        if (!cotask.unit().isOf(caller)) {
            throw new DomainException(AppealProblem.NOT_CO_HANDLER);
        }
        return cotask;
    }

    /** @throws DomainException NOT_CO_HANDLER; NOT_FOUND */
    static CalledUnit called(Coordinations coordinations, Appeal appeal, int seq, Caller caller) {
        return coordinations.called(appeal, coordinations.get(appeal, seq)).stream()
                .filter(called -> called.unit().isOf(caller))
                .findFirst()
                .orElseThrow(() -> new DomainException(AppealProblem.NOT_CO_HANDLER));
    }
}
