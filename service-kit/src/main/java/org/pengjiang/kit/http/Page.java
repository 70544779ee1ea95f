package org.pengjiang.kit.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the opaque cursor of the next page, absent on the last; also sent as {@code Link: rel="next"}
 */
public record Page<T>(List<T> items, @Nullable String next) {}
