package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;

/**
 * Whether somebody may see an appeal at all. An enterprise sees its own and never another's, wherever it lies; a
 * partner's system what it has filed itself; everybody else what lies in their division, and what the special class they belong to handles elsewhere.
 */
@ApplicationScoped
public class AppealAccess {
    private final SpecialClassCopies classes;

    AppealAccess(SpecialClassCopies classes) {
        this.classes = classes;
    }

    public boolean covers(Appeal appeal, Caller caller) {
        if (Party.isOutsider(caller)) {
            return isOwn(appeal, caller);
        }
        if (!Party.isOfficial(caller)) {
            return hasFiled(appeal, caller);
        }
        return caller.scope().covers(appeal.division()) || handles(appeal, caller);
    }

    private static boolean hasFiled(Appeal appeal, Caller partner) {
        return appeal.filing().source() == AppealSource.PARTNER
                && appeal.filing().submittedBy().equals(partner.subject());
    }

    private boolean handles(Appeal appeal, Caller caller) {
        return appeal.handler()
                .map(Handler::classId)
                .flatMap(classes::find)
                .filter(known -> known.has(caller.subject()))
                .isPresent();
    }

    static boolean isOwn(Appeal appeal, Caller caller) {
        return Party.of(caller)
                .filter(party -> party.creditCode().equals(appeal.filing().enterprise()))
                .isPresent();
    }
}
