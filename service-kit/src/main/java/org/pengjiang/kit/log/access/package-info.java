/** Which rows of the log a caller may see: one rule for the feed, the timeline and whatever else shows rows. */
@NullMarked
package org.pengjiang.kit.log.access;

import org.jspecify.annotations.NullMarked;
