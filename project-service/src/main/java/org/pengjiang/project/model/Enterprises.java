package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;
import org.pengjiang.identifiers.IdType;

/**
 * The credit codes of those who invest in a project, as other services may know them. No passport, no other register's
 * number, and no code that still waits for its second person.
 */
@ApplicationScoped
public class Enterprises {
    private final EntityManager entities;

    Enterprises(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> of(InvestmentProject project) {
        List<UUID> ids =
                project.investors().stream().map(ProjectInvestor::investorId).toList();
        // one query for all that are not loaded yet, and none for those that are
        return entities.unwrap(Session.class).findMultiple(Investor.class, ids, SessionCheckMode.ENABLED).stream()
                .filter(this::isIdentified)
                .map(Investor::idNo)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isIdentified(Investor investor) {
        if (investor.idType() != IdType.USCC) {
            return false;
        }
        if (investor.isOverrideUnconfirmed()) {
            // a second person may be confirming it right now: whoever comes later tells the others
            entities.refresh(investor, LockModeType.PESSIMISTIC_READ);
            investor.override().ifPresent(entities::refresh);
        }
        return !investor.isOverrideUnconfirmed();
    }
}
