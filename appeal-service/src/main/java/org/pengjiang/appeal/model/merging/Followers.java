package org.pengjiang.appeal.model.merging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealFollowers;
import org.pengjiang.kit.identity.Unscoped;

/** The appeals that follow one, and the one that one follows. */
@ApplicationScoped
public class Followers implements AppealFollowers {
    private static final String OF_MASTER = " from Merging m where m.masterId = :master and m.endedAt is null";

    private final EntityManager entities;

    Followers(EntityManager entities) {
        this.entities = entities;
    }

    /** In the order in which they were merged. Who may see them is to be asked of each. */
    public List<Merging> of(Appeal master) {
        return master.isFollowed()
                ? entities.createQuery(
                                "select m from Merging m join fetch m.appeal"
                                        + " where m.masterId = :master and m.endedAt is null order by m.id",
                                Merging.class)
                        .setParameter("master", master.id())
                        .getResultList()
                : List.of();
    }

    public int count(Appeal master) {
        return entities.createQuery("select count(*)" + OF_MASTER, Long.class)
                .setParameter("master", master.id())
                .getSingleResult()
                .intValue();
    }

    /** Each with a row lock. */
    List<Appeal> forChange(Appeal master) {
        return entities
                .createQuery("select m.appeal.id" + OF_MASTER + " order by m.appeal.id", UUID.class)
                .setParameter("master", master.id())
                .getResultList()
                .stream()
                .map(id -> entities.find(Appeal.class, id, LockModeType.PESSIMISTIC_WRITE))
                .toList();
    }

    @Override
    public List<String> enterprises(Appeal master) {
        return entities.createQuery(
                        "select distinct m.appeal.filing.appellant.creditCode" + OF_MASTER
                                + " and m.appeal.filing.appellant.creditCode is not null",
                        String.class)
                .setParameter("master", master.id())
                .getResultList();
    }

    @Unscoped("whoever may see the one that follows may know how its master stands")
    public Appeal master(Merging merging) {
        return entities.find(Appeal.class, merging.masterId());
    }
}
