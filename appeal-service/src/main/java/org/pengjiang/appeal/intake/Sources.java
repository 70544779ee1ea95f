package org.pengjiang.appeal.intake;

import org.pengjiang.appeal.model.AppealSource;
import org.pengjiang.appeal.model.Roles;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;

/** As what a caller files: the role says it, so that nobody can say he was another. */
final class Sources {
    private Sources() {}

    static AppealSource of(Caller caller) {
        if (Party.isOutsider(caller)) {
            return AppealSource.APP;
        }
        if (caller.hasRole(Roles.PARTNER)) {
            return AppealSource.PARTNER;
        }
        return caller.hasRole(Roles.DISPATCHER) ? AppealSource.OFFICE : AppealSource.PROACTIVE;
    }
}
