package org.pengjiang.appeal.model.evaluation;

import java.util.Set;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.kit.identity.Caller;

/** Who has an appeal worked on again, and as whom. */
public record Orderer(String account, OrderedBy as) {
    /** Whoever has shown the query code. */
    public static final Orderer BY_CODE = new Orderer(Rater.BY_CODE.account(), OrderedBy.ENTERPRISE);

    /** Somebody who is both acts as the enterprise. */
    public static Orderer of(Caller caller, Set<Capacity> capacities) {
        return new Orderer(
                caller.subject(),
                capacities.contains(Capacity.ENTERPRISE) ? OrderedBy.ENTERPRISE : OrderedBy.SUPERVISOR);
    }
}
