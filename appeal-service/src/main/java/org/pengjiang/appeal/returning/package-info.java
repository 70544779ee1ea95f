/** A unit returns what another should have; the centre proposes, and the supervision rules. */
@NullMarked
package org.pengjiang.appeal.returning;

import org.jspecify.annotations.NullMarked;
