/** What happened to a project, as the log keeps it and as far as contracts name it, the others learn it. */
@NullMarked
package org.pengjiang.project.events;

import org.jspecify.annotations.NullMarked;
