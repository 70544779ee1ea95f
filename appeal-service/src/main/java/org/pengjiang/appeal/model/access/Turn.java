package org.pengjiang.appeal.model.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a caller was involved in an appeal: by their unit, their special class or their account.
 *
 * @param to absent of the present handler
 * @param helps as a unit that was asked to help, and not as the handler
 * @param isOfClass by membership in a special class
 * @param isOpen false of a special class that is closed
 * @param leads as leader or head of the special class
 */
record Turn(Instant from, @Nullable Instant to, boolean helps, boolean isOfClass, boolean isOpen, boolean leads) {
    boolean isPresent() {
        return to == null;
    }

    boolean lasted(Instant moment) {
        return !moment.isBefore(from) && (to == null || moment.isBefore(to));
    }
}
