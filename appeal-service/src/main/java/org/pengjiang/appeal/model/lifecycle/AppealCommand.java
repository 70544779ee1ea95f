package org.pengjiang.appeal.model.lifecycle;

/** Everything that can be done to an appeal once it is submitted. */
public enum AppealCommand {
    REQUEST_SUPPLEMENT("requestSupplement", false),
    SUPPLEMENT("supplementAppeal", false),
    LET_LAPSE("letAppealLapse", false),
    REJECT("rejectAppeal", false),
    ANSWER_DIRECTLY("answerDirectly", false),
    ACCEPT("acceptAppeal", true),
    DISPATCH("dispatchAppeal", true),
    SIGN("signAppeal", true),
    SIGN_AUTOMATICALLY("signAutomatically", true),
    RETURN("returnAppeal", false),
    RULE_RETURN("ruleReturn", false),
    CONTACT("contactEnterprise", true),
    ASK_ENTERPRISE("askEnterprise", false),
    ANSWER_QUESTION("answerQuestion", false),
    SUSPEND("suspendAppeal", false),
    RESUME("resumeAppeal", false),
    COORDINATE("coordinateAppeal", false),
    EXTEND("extendAppeal", false),
    REPLY("replyToAppeal", true),
    APPROVE_REPLY("approveReply", true),
    SEND_BACK_REPLY("sendBackReply", true),
    RATE("rateAppeal", true),
    CLOSE("closeAppeal", true),
    CLOSE_BY_WINDOW("closeByWindow", true),
    ORDER_REWORK("orderRework", false),
    REDISPATCH("redispatchAppeal", true),
    TRACK("trackAppeal", false),
    FINISH_TRACKING("finishTracking", false),
    REOPEN("reopenAppeal", false),
    UPHOLD_OBJECTION("upholdObjection", false),
    MERGE("mergeAppeal", false),
    UNMERGE("unmergeAppeal", false),
    WITHDRAW("withdrawAppeal", false),
    RESUBMIT("resubmitAppeal", false),
    WRITE_MESSAGE("writeMessage", true);

    private final String operation;
    private final boolean offered;

    AppealCommand(String operation, boolean offered) {
        this.operation = operation;
        this.offered = offered;
    }

    /** The operation of the API that gives this command, as {@code allowedCommands} names it. */
    public String operation() {
        return operation;
    }

    /** False while this release knows the transition but nobody can ask for it yet. */
    public boolean isOffered() {
        return offered;
    }
}
