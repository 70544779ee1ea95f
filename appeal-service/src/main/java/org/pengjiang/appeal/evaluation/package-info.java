/** What the enterprise says of the answer, and how an appeal ends. */
@NullMarked
package org.pengjiang.appeal.evaluation;

import org.jspecify.annotations.NullMarked;
