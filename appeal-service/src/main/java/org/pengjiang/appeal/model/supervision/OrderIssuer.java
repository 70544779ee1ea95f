package org.pengjiang.appeal.model.supervision;

import java.util.Set;
import org.pengjiang.appeal.model.lifecycle.Capacity;

/** As whom somebody orders, and how high the supervision stands by it at least. */
public enum OrderIssuer {
    SUPERVISOR(2),
    LEADER(3);

    private final int level;

    OrderIssuer(int level) {
        this.level = level;
    }

    /** Who is both orders as the leader. */
    public static OrderIssuer of(Set<Capacity> capacities) {
        return capacities.contains(Capacity.LEADER) ? LEADER : SUPERVISOR;
    }

    int level() {
        return level;
    }
}
