package org.pengjiang.appeal.model.view;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.filing.QueryCode;
import org.pengjiang.appeal.model.lifecycle.ClockType;

/**
 * What is said of an appeal in the answer to its filing alone.
 *
 * @param queryCode to look it up without an account; kept as a hash
 * @param sourceConflict what a partner has sent differs from what was filed
 * @param emergencyUntil until when the centre may refuse that it is an emergency
 */
public record FilingReceipt(
        @Nullable String queryCode,
        @Nullable UUID sourceConflict,
        @Nullable Instant emergencyUntil) {
    static final FilingReceipt NONE = new FilingReceipt(null, null, null);

    public static FilingReceipt of(Appeal appeal, Optional<QueryCode> code) {
        return new FilingReceipt(
                code.map(QueryCode::shown).orElse(null),
                null,
                appeal.clock(ClockType.EMERGENCY).flatMap(SlaClock::dueAt).orElse(null));
    }

    public static FilingReceipt conflict(@Nullable UUID conflict) {
        return new FilingReceipt(null, conflict, null);
    }
}
