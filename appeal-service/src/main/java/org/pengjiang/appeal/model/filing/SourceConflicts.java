package org.pengjiang.appeal.model.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pengjiang.kit.log.AggregateRepository;
import org.pengjiang.kit.log.LoggedAggregate;

/** All conflicts with partners' systems. */
@ApplicationScoped
public class SourceConflicts extends AggregateRepository<SourceConflict> {
    /** The one that this content has opened. */
    public Optional<SourceConflict> of(LoggedAggregate appeal, String contentHash) {
        return find("appealId = ?1 and contentHash = ?2", appeal.id(), contentHash)
                .firstResultOptional();
    }
}
