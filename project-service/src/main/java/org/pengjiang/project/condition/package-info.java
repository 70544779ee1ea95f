/** Suspending a project, letting it go on, and ending it. */
@NullMarked
package org.pengjiang.project.condition;

import org.jspecify.annotations.NullMarked;
