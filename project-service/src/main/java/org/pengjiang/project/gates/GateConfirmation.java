package org.pengjiang.project.gates;

import java.time.Instant;
import org.pengjiang.kit.approval.Confirmation;

/** One person's confirmation, in one of the roles a gate asks for. */
record GateConfirmation(String role, String confirmedBy, Instant confirmedAt) {
    static GateConfirmation of(Confirmation given) {
        return new GateConfirmation(given.given(), given.confirmedBy(), given.confirmedAt());
    }
}
