/**
 * What is due for whom and since when: dues that follow from the state of aggregates, with a light, pauses, and levels that
 * are each reached once. A service declares a {@link org.pengjiang.kit.due.DueSource}; the kit stores, sweeps and lists.
 */
@NullMarked
package org.pengjiang.kit.due;

import org.jspecify.annotations.NullMarked;
