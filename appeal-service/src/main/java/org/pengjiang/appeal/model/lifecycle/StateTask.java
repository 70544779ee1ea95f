package org.pengjiang.appeal.model.lifecycle;

import java.util.Arrays;
import java.util.List;

/** What an appeal waits for in a state, and of whom. */
public enum StateTask {
    ACCEPT("appeal-to-accept", AppealState.SUBMITTED, Capacity.CENTRE, ClockType.ACCEPT, ClockType.CONTACT),
    SUPPLEMENT("appeal-to-supplement", AppealState.SUPPLEMENT, Capacity.ENTERPRISE, ClockType.SUPPLEMENT),
    /** For whoever the centre has filed for. */
    ASK_FOR_SUPPLEMENT("supplement-to-ask-for", AppealState.SUPPLEMENT, Capacity.CENTRE, ClockType.SUPPLEMENT),
    DISPATCH(
            "appeal-to-dispatch", AppealState.PENDING_DISPATCH, Capacity.CENTRE, ClockType.DISPATCH, ClockType.CONTACT),
    SIGN("appeal-to-sign", AppealState.DISPATCHED, Capacity.HANDLER, ClockType.SIGN),
    CONTACT("enterprise-to-contact", AppealState.IN_PROGRESS, Capacity.HANDLER, ClockType.CONTACT),
    REPLY("appeal-to-answer", AppealState.IN_PROGRESS, Capacity.HANDLER, ClockType.RESOLVE),
    ANSWER_QUESTION("question-to-answer", AppealState.WAIT_ENTERPRISE, Capacity.ENTERPRISE, ClockType.QUESTION),
    /** A unit that returns an appeal goes on reaching the enterprise. */
    CONTACT_MEANWHILE("enterprise-to-contact", AppealState.RETURN_REVIEW, Capacity.HANDLER, ClockType.CONTACT),
    PROPOSE_RULING("ruling-to-propose", AppealState.RETURN_REVIEW, Capacity.CENTRE, ClockType.RULING),
    /** Once the centre has proposed a ruling, or when the time for it is over. */
    RULE_RETURN("return-to-rule", AppealState.RETURN_REVIEW, Capacity.SUPERVISOR, ClockType.RULING),
    RESUME("suspended-appeal-to-resume", AppealState.SUSPENDED, Capacity.HEAD, ClockType.SUSPENSION_REVIEW),
    APPROVE("reply-to-approve", AppealState.REVIEW, Capacity.HEAD, ClockType.REVIEW, ClockType.RESOLVE),
    /** Tells the enterprise how far it is, and answers it once every milestone is settled. */
    REPORT("progress-to-report", AppealState.TRACKING, Capacity.HANDLER, ClockType.NEXT_UPDATE),
    /** Not of a category that nobody rates: it closes with the window. */
    RATE("answer-to-rate", AppealState.REPLIED, Capacity.ENTERPRISE, ClockType.EVALUATION),
    /** After the third bad rating. */
    DECIDE("appeal-to-decide", AppealState.REPLIED, Capacity.LEADER, ClockType.DECISION),
    /** The same, for whoever sees to it that it is decided. */
    DECISION("appeal-decision-to-supervise", AppealState.REPLIED, Capacity.SUPERVISOR, ClockType.DECISION);

    private final String kind;
    private final AppealState state;
    private final Capacity who;
    private final List<ClockType> until;

    StateTask(String kind, AppealState state, Capacity who, ClockType... until) {
        this.kind = kind;
        this.state = state;
        this.who = who;
        this.until = List.of(until);
    }

    public static List<StateTask> in(AppealState state) {
        return Arrays.stream(values()).filter(task -> task.state == state).toList();
    }

    /** As the kit's tasks name it. */
    public String kind() {
        return kind;
    }

    public Capacity who() {
        return who;
    }

    /** Due with the first of these clocks; without one it has no due. */
    public List<ClockType> until() {
        return until;
    }
}
