package org.pengjiang.appeal.model.planning;

/** What the enterprise has said when it was asked whether its reply may come later. */
public enum Consent {
    CONSENTED,
    REFUSED,
    NOT_REACHED
}
