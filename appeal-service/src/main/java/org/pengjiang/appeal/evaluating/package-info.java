/** What the enterprise says of the answer, and how an appeal ends. */
@NullMarked
package org.pengjiang.appeal.evaluating;

import org.jspecify.annotations.NullMarked;
