package org.pengjiang.kit.approval;

import java.util.List;
import org.pengjiang.kit.identity.Caller;

/**
 * Who proposes or confirms.
 *
 * @param teams those that the token named at that moment
 */
public record Participant(String account, List<String> teams) {
    public static Participant of(Caller caller) {
        return new Participant(caller.subject(), List.copyOf(caller.claims("teams")));
    }
}
