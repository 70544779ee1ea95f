package org.pengjiang.appeal.model.neighbours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.identity.Unscoped;

/** The copies of the special classes that may handle an appeal. */
@ApplicationScoped
@Unscoped("asked for the class that an appeal or a project names; who may see these is asked before")
public class SpecialClassCopies {
    private final EntityManager entities;

    SpecialClassCopies(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<SpecialClassCopy> find(UUID classId) {
        return Optional.ofNullable(entities.find(SpecialClassCopy.class, classId));
    }

    public Optional<SpecialClassCopy> openOf(UUID projectId) {
        return entities.createQuery("from SpecialClassCopy where projectId = :project and open", SpecialClassCopy.class)
                .setParameter("project", projectId)
                .getResultStream()
                .findFirst();
    }

    /**
     * Reads a class anew and keeps it as it is until this transaction ends: an appeal that is being given to it is seen by
     * whoever looks afterwards for the appeals of a class that has changed.
     *
     * @return false when it has closed in the meantime
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hold(UUID classId) {
        Optional<SpecialClassCopy> known = find(classId);
        known.ifPresent(found -> entities.refresh(found, LockModeType.PESSIMISTIC_READ));
        return known.filter(SpecialClassCopy::isOpen).isPresent();
    }
}
