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

    /** That the partner has said since the filing. */
    public Optional<Long> newestVersion(LoggedAggregate appeal) {
        return Optional.ofNullable(entities()
                .createQuery("select max(sourceVersion) from SourceConflict where appealId = :appeal", Long.class)
                .setParameter("appeal", appeal.id())
                .getSingleResult());
    }
}
