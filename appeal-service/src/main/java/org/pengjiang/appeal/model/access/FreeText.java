package org.pengjiang.appeal.model.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.person.PersonalNumbers;

/**
 * What people wrote in their own words. Its mobile and identity numbers are shown in full to the enterprise, to whoever filed the
 * appeal and to those who have to reach the enterprise; to all others masked.
 */
public record FreeText(boolean inFull) {
    private static final Set<Capacity> REACH_THE_ENTERPRISE =
            EnumSet.of(Capacity.ENTERPRISE, Capacity.CENTRE, Capacity.HANDLER, Capacity.HEAD, Capacity.CALLBACK);

    public static FreeText shownTo(Caller reader, Set<Capacity> capacities, Appeal appeal) {
        return new FreeText(!Collections.disjoint(capacities, REACH_THE_ENTERPRISE)
                || appeal.filing().submittedBy().equals(reader.subject()));
    }

    public String of(String text) {
        return inFull ? text : PersonalNumbers.mask(text);
    }
}
