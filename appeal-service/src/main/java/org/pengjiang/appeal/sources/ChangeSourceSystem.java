package org.pengjiang.appeal.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.SourceSystemChanged;
import org.pengjiang.appeal.model.filing.SourceSystem;
import org.pengjiang.appeal.model.filing.SourceSystems;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;

/** Changes how a source system is called, which accounts speak for it, or from when to when it files. */
@ApplicationScoped
class ChangeSourceSystem {
    private final SourceSystems systems;
    private final EventLog log;

    ChangeSourceSystem(SourceSystems systems, EventLog log) {
        this.systems = systems;
        this.log = log;
    }

    @Transactional
    SourceSystem change(DivisionScope scope, UUID id, SourceSystemChange said) {
        SourceSystem system = systems.forChange(scope, id);
        SourceSystem.Description to = said.description();
        if (system.change(to, said.accounts())) {
            log.append(
                    system,
                    new SourceSystemChanged(
                            system.id(),
                            system.code(),
                            to.nameZh(),
                            to.nameEn(),
                            system.accounts(),
                            to.activeFrom(),
                            to.activeTo()));
        }
        return system;
    }
}
