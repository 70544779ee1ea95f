/** What other units do for whoever handles an appeal: co-tasks, and calls to come together. */
@NullMarked
package org.pengjiang.appeal.cooperating;

import org.jspecify.annotations.NullMarked;
