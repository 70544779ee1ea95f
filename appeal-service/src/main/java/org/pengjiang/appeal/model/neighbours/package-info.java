/** Copies of what other services own, and the handler that an appeal names among them. */
@NullMarked
package org.pengjiang.appeal.model.neighbours;

import org.jspecify.annotations.NullMarked;
