package org.pengjiang.appeal.model.evaluation;

/** By what somebody has shown that they may rate. */
public enum RatingMeans {
    /** An account that may rate, such as one of the enterprise. */
    ACCOUNT,
    /** The query code: whoever has it may be somebody else. */
    CODE,
    /** An officer of call-back has asked by telephone. */
    CALLBACK,
    /** The platform that filed it. */
    PARTNER
}
