package org.pengjiang.kit.inbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an event was parked. */
@Schema(name = "ParkingReason")
public enum Reason {
    /** It failed three times, or for minutes. */
    HANDLER_FAILED,
    /** A type, or a version of one, that this consumer does not know. */
    VERSION_UNKNOWN,
    /** Not a readable event of the suite. */
    MALFORMED,
    /** An event of the same subject before it was never seen. */
    PREDECESSOR_MISSING,
    /** An event of the same subject before it is parked. */
    PREDECESSOR_PARKED
}
