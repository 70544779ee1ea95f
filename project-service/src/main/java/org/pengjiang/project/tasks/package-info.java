/** What of a project or an investor waits for whom. */
@NullMarked
package org.pengjiang.project.tasks;

import org.jspecify.annotations.NullMarked;
