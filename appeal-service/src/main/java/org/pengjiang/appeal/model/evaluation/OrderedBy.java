package org.pengjiang.appeal.model.evaluation;

/** As whom somebody has an appeal worked on again. */
public enum OrderedBy {
    ENTERPRISE,
    SUPERVISOR,
    /** The enterprise said so in a call-back. */
    CALLBACK
}
