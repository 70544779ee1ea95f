package org.pengjiang.team.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.AggregateRepository;

/** The teams. */
@ApplicationScoped
public class Teams extends AggregateRepository<Team> {
    public List<Team> withCodes(DivisionScope scope, Collection<String> codes) {
        return list(scope.column() + " = ?1 and code in ?2", scope.value(), codes);
    }
}
