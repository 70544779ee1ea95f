package org.pengjiang.appeal.model.access;

/** What somebody reads the full contact for, as the access log keeps it. */
public enum ContactPurpose {
    /** The enterprise reads its own. */
    OWN,
    /** The centre asks the enterprise before it dispatches. */
    SCREENING,
    /** The handler reaches the enterprise. */
    HANDLING,
    /** Call-back asks about the reply. */
    CALLBACK,
    /** The centre reaches the enterprise for a handler who does not learn whose appeal it is. */
    RELAY
}
