package org.pengjiang.appeal.model.view;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.filing.QueryCode;

/**
 * What is said of an appeal in the answer to its filing alone.
 *
 * @param queryCode to look it up without an account; kept as a hash
 * @param sourceConflict what a partner has sent differs from what was filed
 */
public record FilingReceipt(
        @Nullable String queryCode, @Nullable UUID sourceConflict) {
    static final FilingReceipt NONE = new FilingReceipt(null, null);

    public static FilingReceipt of(Optional<QueryCode> code) {
        return new FilingReceipt(code.map(QueryCode::shown).orElse(null), null);
    }

    public static FilingReceipt conflict(@Nullable UUID conflict) {
        return new FilingReceipt(null, conflict);
    }
}
