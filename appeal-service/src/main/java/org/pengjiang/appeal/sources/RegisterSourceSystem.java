package org.pengjiang.appeal.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.pengjiang.appeal.events.SourceSystemRegistered;
import org.pengjiang.appeal.model.filing.SourceSystem;
import org.pengjiang.appeal.model.filing.SourceSystems;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Registers a partner's system; its code is its own in all divisions. */
@ApplicationScoped
class RegisterSourceSystem {
    private final SourceSystems systems;
    private final EventLog log;
    private final Clock clock;

    RegisterSourceSystem(SourceSystems systems, EventLog log, Clock clock) {
        this.systems = systems;
        this.log = log;
        this.clock = clock;
    }

    /** @throws DomainException SOURCE_SYSTEM_EXISTS */
    @Transactional
    SourceSystem register(NewSourceSystem said, Caller caller) {
        DivisionCode division = caller.division().orElseThrow(() -> new DomainException(KitProblem.FORBIDDEN));
        SourceSystem system = new SourceSystem(
                division,
                said.code(),
                said.rest().description(),
                said.accounts(),
                caller.subject(),
                Instant.now(clock));
        SourceSystem.Description description = system.description();
        log.append(
                system,
                new SourceSystemRegistered(
                        system.id(),
                        system.code(),
                        description.nameZh(),
                        description.nameEn(),
                        system.accounts(),
                        description.activeFrom(),
                        description.activeTo()));
        systems.add(system);
        return system;
    }
}
