package org.pengjiang.appeal.model.supervision;

import java.util.Set;
import org.pengjiang.appeal.model.lifecycle.Capacity;

/** As whom somebody urges. */
public enum Urger {
    ENTERPRISE(Capacity.ENTERPRISE),
    PARTNER(Capacity.PARTNER),
    SUPERVISOR(Capacity.SUPERVISOR),
    CENTRE(Capacity.CENTRE);

    private final Capacity capacity;

    Urger(Capacity capacity) {
        this.capacity = capacity;
    }

    /** The first of these that they act as. */
    public static Urger of(Set<Capacity> capacities) {
        for (Urger urger : values()) {
            if (capacities.contains(urger.capacity)) {
                return urger;
            }
        }
        throw new IllegalArgumentException("nobody urges as " + capacities);
    }

    /** Whether what they write is the enterprise's own. */
    public boolean isOfEnterprise() {
        return this == ENTERPRISE || this == PARTNER;
    }
}
