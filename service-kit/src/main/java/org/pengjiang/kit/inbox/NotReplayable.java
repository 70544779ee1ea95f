package org.pengjiang.kit.inbox;

/** What was parked cannot be applied by this version of the service either. */
class NotReplayable extends RuntimeException {
    private final Reason reason;

    NotReplayable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
