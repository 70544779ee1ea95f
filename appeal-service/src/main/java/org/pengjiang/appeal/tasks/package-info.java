/** What of an appeal waits for whom, and who is told when its time runs out. */
@NullMarked
package org.pengjiang.appeal.tasks;

import org.jspecify.annotations.NullMarked;
