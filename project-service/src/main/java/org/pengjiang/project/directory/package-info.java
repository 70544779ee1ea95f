/** The copies of what other services own, kept by following their events. */
@NullMarked
package org.pengjiang.project.directory;

import org.jspecify.annotations.NullMarked;
