package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.AggregateRepository;

/** All rules of the dispatch directory. */
@ApplicationScoped
public class DispatchRules extends AggregateRepository<DispatchRule> {
    /** Those that apply on a day or later, each locked where they are to be changed. */
    public List<DispatchRule> applyingFrom(DivisionScope scope, LocalDate day, boolean forChange) {
        return find(
                        scope.column()
                                + " = ?1 and (validTo is null or (validTo >= ?2 and validTo >= validFrom)) order by id",
                        scope.value(),
                        day)
                .withLock(forChange ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                .list();
    }

    /** Those that end are stored before others begin: on no day two rules stand in one place. */
    public void storeEnds() {
        flush();
    }
}
