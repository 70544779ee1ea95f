package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.UnitCopies;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.Fault;

/** Which unit may be asked to help: one whose people see the appeal, and neither the lead nor the one that it is about. */
@ApplicationScoped
class HelpingUnits {
    private final UnitCopies units;

    HelpingUnits(UnitCopies units) {
        this.units = units;
    }

    /** @param faults gets what is wrong with it */
    Optional<UnitKey> check(Appeal appeal, String code, String pointer, List<Fault> faults) {
        AppealProblem fault = fault(appeal, code);
        if (fault != null) {
            faults.add(Fault.at(pointer, fault, code));
            return Optional.empty();
        }
        return Optional.of(units.at(code, appeal.division()));
    }

    private @Nullable AppealProblem fault(Appeal appeal, String code) {
        if (!units.exists(code)) {
            return AppealProblem.UNIT_UNKNOWN;
        }
        if (!units.covers(code, appeal.division())) {
            return AppealProblem.UNIT_OUT_OF_AREA;
        }
        if (units.isSame(code, appeal.division(), appeal.confidentiality().about())) {
            return AppealProblem.UNIT_IS_CONCERNED;
        }
        boolean isLead = appeal.handler()
                .map(Handler::accountableUnit)
                .filter(code::equals)
                .isPresent();
        return isLead ? AppealProblem.UNIT_IS_LEAD : null;
    }
}
