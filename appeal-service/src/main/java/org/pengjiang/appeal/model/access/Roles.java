package org.pengjiang.appeal.model.access;

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

    private Roles() {}
}
