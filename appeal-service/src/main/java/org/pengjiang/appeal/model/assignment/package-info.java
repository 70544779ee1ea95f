/** Gives an appeal to its handler. */
@NullMarked
package org.pengjiang.appeal.model.assignment;

import org.jspecify.annotations.NullMarked;
