/** What waits for whom: tasks that follow from the aggregates and end with what they waited for. */
@NullMarked
package org.pengjiang.kit.tasks;

import org.jspecify.annotations.NullMarked;
