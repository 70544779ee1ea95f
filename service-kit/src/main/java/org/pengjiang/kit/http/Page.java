package org.pengjiang.kit.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the opaque cursor of the next page, absent on the last; also sent as {@code Link: rel="next"}
 * @param searchedUpTo where a search ended before its page was full: it has looked at what was recorded from then on, and
 *     {@code next} goes on with what is older. Absent where the page is full, or everything was looked at.
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Instant searchedUpTo) {
    public Page(List<T> items, @Nullable String next) {
        this(items, next, null);
    }
}
