/** Lists and histories, read straight from the tables. */
@NullMarked
package org.pengjiang.project.lookup;

import org.jspecify.annotations.NullMarked;
