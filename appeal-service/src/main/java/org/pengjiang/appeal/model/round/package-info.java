/** What each round of an appeal came to. */
@NullMarked
package org.pengjiang.appeal.model.round;

import org.jspecify.annotations.NullMarked;
