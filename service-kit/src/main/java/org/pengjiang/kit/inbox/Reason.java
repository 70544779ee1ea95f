package org.pengjiang.kit.inbox;

/** Why an event was parked. */
public enum Reason {
    /** It failed three times. */
    HANDLER_FAILED,
    /** Another version of a type that this consumer applies. */
    VERSION_UNKNOWN,
    /** Not a readable event of the suite. */
    MALFORMED,
    /** An event of the same subject before it was never seen. */
    PREDECESSOR_MISSING,
    /** An event of the same subject before it is parked. */
    PREDECESSOR_PARKED
}
