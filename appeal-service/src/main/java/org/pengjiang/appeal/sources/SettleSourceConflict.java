package org.pengjiang.appeal.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.appeal.events.SourceConflictSettled;
import org.pengjiang.appeal.model.filing.SourceConflict;
import org.pengjiang.appeal.model.filing.SourceConflicts;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** The centre notes what became of a conflict. */
@ApplicationScoped
class SettleSourceConflict {
    private final SourceConflicts conflicts;
    private final EventLog log;
    private final Clock clock;

    SettleSourceConflict(SourceConflicts conflicts, EventLog log, Clock clock) {
        this.conflicts = conflicts;
        this.log = log;
        this.clock = clock;
    }

    /** @throws DomainException STATE_CONFLICT when it was settled before */
    @Transactional
    SourceConflict settle(UUID id, SettleConflict said, Caller caller) {
        SourceConflict conflict = conflicts.forChange(caller.scope(), id);
        if (!conflict.settle(caller.subject(), said.note(), Instant.now(clock))) {
            throw new DomainException(KitProblem.STATE_CONFLICT);
        }
        log.append(conflict, new SourceConflictSettled(conflict.id(), conflict.appealId(), conflict.appealNo()));
        return conflict;
    }
}
