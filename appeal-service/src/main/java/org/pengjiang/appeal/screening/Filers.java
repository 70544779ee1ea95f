package org.pengjiang.appeal.screening;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.problem.DomainException;

/** Who speaks for whoever filed: they themselves; the centre only for those that an office has filed for. */
final class Filers {
    private static final Set<Capacity> THEMSELVES = EnumSet.of(Capacity.ENTERPRISE, Capacity.PARTNER);
    private static final Set<AppealSource> WITH_ACCOUNT = EnumSet.of(AppealSource.APP, AppealSource.PARTNER);

    private Filers() {}

    static boolean maySpeak(Appeal appeal, Set<Capacity> capacities) {
        return !Collections.disjoint(capacities, THEMSELVES)
                || !WITH_ACCOUNT.contains(appeal.filing().source());
    }

    /** @throws DomainException FILER_ACTS_ITSELF */
    static void require(Appeal appeal, Set<Capacity> capacities) {
        if (!maySpeak(appeal, capacities)) {
            throw new DomainException(AppealProblem.FILER_ACTS_ITSELF);
        }
    }
}
