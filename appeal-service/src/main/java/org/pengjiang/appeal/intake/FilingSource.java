package org.pengjiang.appeal.intake;

import java.util.Optional;
import org.pengjiang.appeal.model.access.Roles;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.QueryCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;

/** As what a caller files: the role says it, so that nobody can say he was another. */
final class FilingSource {
    private FilingSource() {}

    static AppealSource of(Caller caller) {
        if (Party.isOutsider(caller)) {
            return AppealSource.APP;
        }
        if (caller.hasRole(Roles.PARTNER)) {
            return AppealSource.PARTNER;
        }
        return caller.hasRole(Roles.DISPATCHER) ? AppealSource.OFFICE : AppealSource.PROACTIVE;
    }

    /** None for whoever may handle what they file: they would rate their own work with it. */
    static Optional<QueryCode> queryCode(Caller caller) {
        return of(caller) == AppealSource.PROACTIVE ? Optional.empty() : Optional.of(QueryCode.random());
    }
}
