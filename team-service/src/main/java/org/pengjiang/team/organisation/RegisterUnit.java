package org.pengjiang.team.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.team.events.UnitRegistered;
import org.pengjiang.team.model.OrganisationUnit;
import org.pengjiang.team.model.OrganisationUnits;
import org.pengjiang.team.model.Placement;

@ApplicationScoped
class RegisterUnit {
    private final OrganisationUnits units;
    private final EventLog log;
    private final CurrentCaller caller;
    private final Clock clock;

    RegisterUnit(OrganisationUnits units, EventLog log, CurrentCaller caller, Clock clock) {
        this.units = units;
        this.log = log;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    OrganisationUnit register(RegisterUnitRequest request) {
        DivisionCode division =
                Placement.of(request.divisionCode(), caller.get().scope(), LocalDate.now(clock));
        OrganisationUnit unit =
                new OrganisationUnit(Ids.next(), division, request.code(), request.name(), request.kind());
        log.append(
                unit,
                new UnitRegistered(
                        unit.id(),
                        unit.code(),
                        unit.name(),
                        division.value(),
                        unit.kind().name()));
        units.add(unit);
        return unit;
    }
}
