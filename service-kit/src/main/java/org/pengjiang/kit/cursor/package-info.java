/** Cursors of lists and of the change feed: sealed, and bound to their list. */
@NullMarked
package org.pengjiang.kit.cursor;

import org.jspecify.annotations.NullMarked;
