/** Who handles an appeal where no rule says it: the centre names a unit or the special class. */
@NullMarked
package org.pengjiang.appeal.dispatching;

import org.jspecify.annotations.NullMarked;
