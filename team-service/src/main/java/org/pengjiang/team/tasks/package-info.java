/** What of a pledge waits for whom. */
@NullMarked
package org.pengjiang.team.tasks;

import org.jspecify.annotations.NullMarked;
