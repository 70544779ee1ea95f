/** The copies of what other services own (projects, special classes, units), kept by following their events. */
@NullMarked
package org.pengjiang.appeal.neighbours;

import org.jspecify.annotations.NullMarked;
