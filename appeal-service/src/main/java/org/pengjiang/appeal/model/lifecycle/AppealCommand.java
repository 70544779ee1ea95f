package org.pengjiang.appeal.model.lifecycle;

/** Everything that can be done to an appeal. What each does stands in {@link Transitions}. */
public enum AppealCommand {
    SUBMIT("submitAppeal"),
    REQUEST_SUPPLEMENT("requestSupplement"),
    SUPPLEMENT("supplementAppeal"),
    LET_LAPSE("letAppealLapse"),
    REQUEST_REJECTION("requestRejection"),
    REJECT("rejectAppeal"),
    REFUSE_REJECTION("refuseRejection"),
    OBJECT_TO_REJECTION("objectToRejection"),
    UPHOLD_OBJECTION("upholdObjection"),
    DISMISS_OBJECTION("dismissObjection"),
    ANSWER_DIRECTLY("answerDirectly"),
    CHANGE_CLASS("changeClass"),
    CONFIRM_EMERGENCY("confirmEmergency"),
    REFUSE_EMERGENCY("refuseEmergency"),
    ACCEPT("acceptAppeal"),
    DISPATCH("dispatchAppeal"),
    REDIRECT("redirectAppeal"),
    SIGN("signAppeal"),
    SIGN_AUTOMATICALLY("signAutomatically"),
    RETURN("returnAppeal"),
    PROPOSE_RULING("proposeRuling"),
    RULE_RETURN("ruleReturn"),
    CONTACT("contactEnterprise"),
    HAND_IN_PLAN("handInPlan"),
    ASK_ENTERPRISE("askEnterprise"),
    ANSWER_QUESTION("answerQuestion"),
    OBJECT_TO_QUESTION("objectToQuestion"),
    REQUEST_SUSPENSION("requestSuspension"),
    SUSPEND("suspendAppeal"),
    REFUSE_SUSPENSION("refuseSuspension"),
    CONFIRM_SUSPENSION("confirmSuspension"),
    RESUME("resumeAppeal"),
    ADD_COTASK("addCotask"),
    OBJECT_TO_COTASK("objectToCotask"),
    FINISH_COTASK("finishCotask"),
    WAIVE_COTASK("waiveCotask"),
    COORDINATE("coordinateAppeal"),
    REQUEST_EXTENSION("requestExtension"),
    EXTEND("extendAppeal"),
    REFUSE_EXTENSION("refuseExtension"),
    REPLY("replyToAppeal"),
    APPROVE_REPLY("approveReply"),
    SEND_BACK_REPLY("sendBackReply"),
    RATE("rateAppeal"),
    /** Of a round to which another answer counted: by the same operation. */
    NOTE_RATING("rateAppeal"),
    VERIFY_RATING("verifyRating"),
    CALL_BACK("callBack"),
    CLOSE("closeAppeal"),
    CLOSE_BY_WINDOW("closeByWindow"),
    ORDER_REWORK("orderRework"),
    REDISPATCH("redispatchAppeal"),
    HAND_OVER("handOverAppeal"),
    ASSIGN_PERSON("assignPerson"),
    DECIDE("decideAppeal"),
    PROPOSE_TRACKING("proposeTracking"),
    TRACK("trackAppeal"),
    REFUSE_TRACKING("refuseTracking"),
    REPORT_PROGRESS("reportProgress"),
    MEET_MILESTONE("meetMilestone"),
    WAIVE_MILESTONE("waiveMilestone"),
    REVIEW_TRACKING("reviewTracking"),
    FINISH_TRACKING("finishTracking"),
    REOPEN("reopenAppeal"),
    URGE("urgeAppeal"),
    ANSWER_URGE("answerUrge"),
    ORDER_SUPERVISION("orderSupervision"),
    REPORT_ON_ORDER("reportOnOrder"),
    SEND_BACK_REPORT("sendBackReport"),
    CLEAR_SUPERVISION("clearSupervision"),
    MERGE("mergeAppeal"),
    UNMERGE("unmergeAppeal"),
    RATE_MASTER("rateMaster"),
    WITHDRAW("withdrawAppeal"),
    RESUBMIT("resubmitAppeal"),
    WRITE_MESSAGE("writeMessage");

    private final String operation;

    AppealCommand(String operation) {
        this.operation = operation;
    }

    /** The operation of the API that gives this command, as {@code allowedCommands} names it. */
    public String operation() {
        return operation;
    }
}
