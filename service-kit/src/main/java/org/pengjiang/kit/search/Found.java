package org.pengjiang.kit.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found, as ids in the order of the list, one more than the page holds where there are more.
 *
 * @param searchedUpTo the last item that was looked at where the search ended before the list did
 */
public record Found(List<UUID> ids, @Nullable UUID searchedUpTo) {}
