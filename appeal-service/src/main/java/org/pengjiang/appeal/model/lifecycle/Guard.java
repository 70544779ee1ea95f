package org.pengjiang.appeal.model.lifecycle;

/** What else has to hold for a command. The rule itself stands beside the part that it asks about. */
public enum Guard {
    /** A unit or class that is there, open, and covers the place. */
    HANDLER_FITS("the unit covers the place, or the project's special class is open"),
    CONTACTED("a verified contact in this round"),
    PROVEN("answered and on record; the centre until somebody handles it"),
    GROUNDS("legal basis and recourse, where the answer is negative"),
    UNRATED("one rating a round"),
    ANOTHER_PERSON("another person than whoever asked"),
    CALLBACK_WAITS("a call-back that takes an answer"),
    BAD_RATING("a bad rating, within two working days"),
    RATED_BEFORE("another answer to the round counted already"),
    INDEPENDENT("never of whoever handles it"),
    ONCE("once"),
    CONSULTATION("a consultation"),
    /** Whoever filed by telephone or at a counter has no account that could do it. */
    FILER_ABSENT("the centre only for whoever it has filed for"),
    CLAIMED("filed as an emergency, and not decided yet"),
    MISSING_LISTED("what is missing is listed"),
    CODED_REASON("a reason of the list, legal basis and recourse"),
    SOON_AND_ONCE("within four working hours of the dispatch, once for each unit, with the unit that should have it"),
    PAUSE_LEFT("the question, and at most ten working days of pause in all"),
    COTASK_NEW("within four working hours, once"),
    NOT_DUE("before it is due"),
    MINUTES("its minutes are written; once"),
    DOCUMENT("number of the document"),
    AHEAD_AND_ONCE("a working day before the due, once, at most as long again"),
    COTASKS_DONE("every mandatory co-task is finished or waived"),
    THIRD_ROUND("the third round was rated badly"),
    MILESTONES("milestones with dates, agreed with the enterprise"),
    MILESTONES_DONE("every milestone is met or waived"),
    REOPENING("30 days from the closure; SUPERVISOR at any time"),
    OBJECTION("five working days from the rejection"),
    MASTER("the other one is accepted, or was closed within 30 days, and follows none; nobody follows this one"),
    FORMER_STATE("30 days from the merging, into the state before"),
    MASTER_ANSWERED("the appeal that it follows is answered; once"),
    LAPSED("30 days, where it lapsed without a supplement"),
    COOLDOWN("once in four working hours, and not before the last one is answered"),
    URGED("an urge waits; the centre answers until somebody handles it"),
    RAISE_OR_KEEP("raised at once; lowered by SUPERVISOR, and no promise passed"),
    ORDER("content and due"),
    ORDERED("an order waits for its report"),
    REPORTED("the order was reported on, or the appeal has ended; never by whoever reported");

    private final String text;

    Guard(String text) {
        this.text = text;
    }

    /** As the README says it. */
    public String text() {
        return text;
    }
}
