package org.pengjiang.appeal.model.evaluation;

/** What the leader decides after the last bad rating. */
public enum DecisionOutcome {
    /** A reasoned final reply, which closes the appeal. */
    FINAL_REPLY,
    /** It cannot be solved now: a plan is followed until it is. */
    TRACKING
}
