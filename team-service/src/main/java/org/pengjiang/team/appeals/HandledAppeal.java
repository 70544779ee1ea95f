package org.pengjiang.team.appeals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/**
 * How an appeal stands after an event.
 *
 * @param district codes of units are unique in it
 * @param unit who answers for it; nobody before dispatch
 */
record HandledAppeal(UUID id, String district, @Nullable String unit, int round, boolean open) {
    static String districtOf(DivisionCode division) {
        return division.district().orElseThrow(() -> new IllegalArgumentException("an appeal outside every district"));
    }
}
