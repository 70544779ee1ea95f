package org.pengjiang.kit.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/**
 * A letter that this sender has claimed.
 *
 * @param attempts with this one
 * @param overtaken whether the task it speaks of has ended meanwhile
 */
record PendingNotice(
        UUID id,
        UUID claim,
        DivisionCode division,
        Recipient recipient,
        String occasion,
        String kind,
        List<String> arguments,
        String link,
        @Nullable Instant dueAt,
        boolean provisional,
        boolean urgent,
        int attempts,
        boolean overtaken) {

    /** The first word of the occasion. */
    String reason() {
        return occasion.split(" ", 2)[0];
    }
}
