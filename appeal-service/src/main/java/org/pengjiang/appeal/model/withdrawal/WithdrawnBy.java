package org.pengjiang.appeal.model.withdrawal;

/** By what somebody has shown that they may take an appeal back. */
public enum WithdrawnBy {
    /** An account of the enterprise. */
    ENTERPRISE,
    /** The partner's system that has filed it. */
    PARTNER,
    /** The query code: whoever has it may be somebody else. */
    CODE
}
