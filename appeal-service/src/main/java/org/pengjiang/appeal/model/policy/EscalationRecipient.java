package org.pengjiang.appeal.model.policy;

/** Who is told when a rung of a clock fires. */
public enum EscalationRecipient {
    /** Whoever has to act before the clock is due. */
    RESPONSIBLE,
    /** Who leads the unit or the special class that handles the appeal. */
    HEAD,
    SUPERVISOR,
    LEADER
}
