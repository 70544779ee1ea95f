package org.pengjiang.appeal.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.SourceRef;
import org.pengjiang.appeal.model.filing.SourceSystems;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.Fault;

/** Numbers of partners' systems come from the accounts of those systems alone, so that nobody occupies another's. */
@ApplicationScoped
class SourceCheck {
    private final SourceSystems systems;

    SourceCheck(SourceSystems systems) {
        this.systems = systems;
    }

    Optional<SourceRef> check(NewAppeal said, Caller caller, AppealSource source, TimeContext now, List<Fault> faults) {
        String system = said.systemKey();
        String number = said.externalKey();
        if (source != AppealSource.PARTNER) {
            if (system != null) {
                faults.add(Fault.at("/sourceSystem", AppealProblem.SOURCE_OF_PARTNERS));
            }
            if (number != null) {
                faults.add(Fault.at("/externalId", AppealProblem.SOURCE_OF_PARTNERS));
            }
            if (said.sourceVersion() != null) {
                faults.add(Fault.at("/sourceVersion", AppealProblem.SOURCE_OF_PARTNERS));
            }
            if (said.outerDueAt() != null) {
                faults.add(Fault.at("/outerDueAt", AppealProblem.SOURCE_OF_PARTNERS));
            }
            return Optional.empty();
        }
        if (number == null) {
            faults.add(Fault.at("/externalId", AppealProblem.EXTERNAL_ID_INCOMPLETE));
        }
        if (system == null) {
            faults.add(Fault.at("/sourceSystem", AppealProblem.EXTERNAL_ID_INCOMPLETE));
        } else if (!systems.isBound(caller, system, ShanghaiTime.date(now.at()))) {
            faults.add(Fault.at("/sourceSystem", AppealProblem.SOURCE_SYSTEM_NOT_YOURS, system));
        }
        return system == null || number == null
                ? Optional.empty()
                : Optional.of(new SourceRef(system, number, said.sourceVersion(), said.outerDueAt()));
    }
}
