package org.pengjiang.project.gates;

import java.time.Instant;
import org.pengjiang.kit.approval.Confirmation;
import org.pengjiang.kit.identity.NamedAccount;

/** One person's confirmation, in one of the roles a gate asks for. */
record GateConfirmation(String role, @NamedAccount String confirmedBy, Instant confirmedAt) {
    static GateConfirmation of(Confirmation given) {
        return new GateConfirmation(given.given(), given.confirmedBy(), given.confirmedAt());
    }
}
