package org.pengjiang.appeal.model.supervision;

/** How far an order of supervision has come. */
public enum OrderStatus {
    /** Waits for the report of the head. */
    OPEN,
    /** Waits for supervision. */
    REPORTED,
    CLEARED
}
