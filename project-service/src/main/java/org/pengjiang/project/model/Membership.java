package org.pengjiang.project.model;

import java.util.Set;
import org.pengjiang.kit.identity.Caller;

/** Whether a caller belongs to a team that gains by a project; the token's {@code teams} says to which teams one belongs. */
final class Membership {
    private Membership() {}

    static boolean of(Caller caller, Set<String> teamCodes) {
        return caller.claims("teams").stream().anyMatch(teamCodes::contains);
    }
}
