/** Units that help whoever handles an appeal: co-tasks, and calls to come together. */
@NullMarked
package org.pengjiang.appeal.model.cooperation;

import org.jspecify.annotations.NullMarked;
