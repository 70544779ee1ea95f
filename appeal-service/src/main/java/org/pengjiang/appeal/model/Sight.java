package org.pengjiang.appeal.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.pengjiang.kit.identity.Caller;

/**
 * Whether somebody may see an appeal at all. An enterprise sees its own and never another's, wherever it lies; everybody
 * else what lies in his division, and what the special class he belongs to handles elsewhere.
 */
@ApplicationScoped
public class Sight {
    private final KnownSpecialClasses classes;

    Sight(KnownSpecialClasses classes) {
        this.classes = classes;
    }

    public boolean covers(Appeal appeal, Caller caller) {
        if (caller.hasRole(Roles.ENTERPRISE)) {
            return isOwn(appeal, caller);
        }
        return caller.scope().covers(appeal.division()) || handles(appeal, caller);
    }

    private boolean handles(Appeal appeal, Caller caller) {
        return appeal.handler()
                .map(Handler::classId)
                .flatMap(classes::find)
                .filter(known -> known.has(caller.subject()))
                .isPresent();
    }

    static boolean isOwn(Appeal appeal, Caller caller) {
        return caller.hasRole(Roles.ENTERPRISE)
                && caller.claim("enterprise")
                        .filter(appeal.filing().enterprise()::equals)
                        .isPresent();
    }
}
