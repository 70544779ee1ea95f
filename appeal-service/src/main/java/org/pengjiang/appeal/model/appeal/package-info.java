/** The appeal, and the parts that it still owns: clocks, assignments, breaches, contact attempts, messages and replies. */
@NullMarked
package org.pengjiang.appeal.model.appeal;

import org.jspecify.annotations.NullMarked;
