package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.pengjiang.kit.identity.Unscoped;

/** Every version of the entry thresholds. */
@ApplicationScoped
@Unscoped("policies are one for all districts")
public class ThresholdPolicies {
    private final EntityManager entities;

    ThresholdPolicies(EntityManager entities) {
        this.entities = entities;
    }

    /** The newest version that was in force on that day; for a day before all of them the oldest. */
    public ThresholdPolicy inForceOn(LocalDate date) {
        return entities.createQuery(
                        "from ThresholdPolicy where validFrom <= :date order by validFrom desc, version desc",
                        ThresholdPolicy.class)
                .setParameter("date", date)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> all().getFirst());
    }

    public List<ThresholdPolicy> all() {
        return entities.createQuery("from ThresholdPolicy order by validFrom, version", ThresholdPolicy.class)
                .getResultList();
    }
}
