package org.pengjiang.appeal.model.returns;

/** Why a unit returns an appeal. */
public enum ReturnReason {
    /** It has no powers in the matter. */
    NOT_COMPETENT,
    /** The matter lies outside of its area. */
    OTHER_AREA,
    /** Another unit leads in such matters; this one would only help. */
    OTHER_LEAD,
    /** A higher level of government decides. */
    HIGHER_LEVEL,
    /** Another unit handles the same matter already. */
    HANDLED_ELSEWHERE
}
