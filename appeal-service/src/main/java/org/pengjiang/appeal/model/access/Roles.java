package org.pengjiang.appeal.model.access;

import java.util.Collections;
import java.util.Set;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;

/** The roles this service knows, as they stand in the token. Who may do what stands in the service's README. */
public final class Roles {
    public static final String TEAM_MEMBER = "TEAM_MEMBER";
    public static final String TEAM_CAPTAIN = "TEAM_CAPTAIN";
    public static final String UNIT_CLERK = "UNIT_CLERK";
    public static final String UNIT_HEAD = "UNIT_HEAD";
    public static final String PROMOTION_OFFICE = "PROMOTION_OFFICE";
    public static final String DISPATCHER = "DISPATCHER";
    public static final String SUPERVISOR = "SUPERVISOR";
    public static final String LEADER = "LEADER";
    public static final String ASSESSOR = "ASSESSOR";
    public static final String CALLBACK_OFFICER = "CALLBACK_OFFICER";
    public static final String AUDITOR = "AUDITOR";
    public static final String PARTNER = "PARTNER";
    public static final String ADMIN = "ADMIN";

    /** Which work for the unit of the token. */
    static final Set<String> OF_UNITS = Set.of(UNIT_CLERK, UNIT_HEAD);

    /** Which work for a special class that names the account. */
    static final Set<String> OF_CLASSES =
            Set.of(UNIT_CLERK, UNIT_HEAD, TEAM_MEMBER, TEAM_CAPTAIN, PROMOTION_OFFICE, LEADER);

    /** Which are involved in every appeal of their division. */
    static final Set<String> IN_ALL = Set.of(DISPATCHER, CALLBACK_OFFICER, LEADER);

    private static final Set<String> ON_ALL = Set.of(DISPATCHER, CALLBACK_OFFICER);
    private static final Set<String> READ_ALL = Set.of(DISPATCHER, CALLBACK_OFFICER, SUPERVISOR, LEADER, AUDITOR);

    private Roles() {}

    /** The centre and call-back. */
    static boolean worksOnEveryAppeal(Caller caller) {
        return !Collections.disjoint(caller.roles(), ON_ALL);
    }

    /** These and supervision. */
    static boolean readsEveryFile(Caller caller) {
        return !Collections.disjoint(caller.roles(), READ_ALL);
    }

    /** Also of a confidential appeal: the centre relays, and call-back has to ask the enterprise; an enterprise sees its own alone. */
    static boolean learnsEveryIdentity(Caller caller) {
        return worksOnEveryAppeal(caller) || !Party.isOfficial(caller);
    }
}
