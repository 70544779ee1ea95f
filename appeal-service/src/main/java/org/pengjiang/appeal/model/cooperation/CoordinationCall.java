package org.pengjiang.appeal.model.cooperation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.neighbours.UnitKey;

/**
 * Whom the lead calls together, for what and where.
 *
 * @param meetAt null: at once
 */
public record CoordinationCall(
        List<UnitKey> units,
        String purpose,
        String place,
        @Nullable Instant meetAt) {
    public CoordinationCall {
        units = List.copyOf(units);
    }
}
