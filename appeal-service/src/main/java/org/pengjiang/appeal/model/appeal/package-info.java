/** The appeal with its clocks and breaches. Its other parts know it, and it knows none of them. */
@NullMarked
package org.pengjiang.appeal.model.appeal;

import org.jspecify.annotations.NullMarked;
