/** For whom something waits: who handles an appeal, as tasks know people, and what its parts wait for. */
@NullMarked
package org.pengjiang.appeal.model.task;

import org.jspecify.annotations.NullMarked;
