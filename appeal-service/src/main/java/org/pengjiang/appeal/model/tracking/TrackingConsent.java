package org.pengjiang.appeal.model.tracking;

/** What the enterprise has said to a plan. */
public enum TrackingConsent {
    CONSENTED,
    REFUSED,
    NOT_REACHED
}
