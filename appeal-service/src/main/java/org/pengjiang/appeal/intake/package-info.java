/** How an appeal comes in: filed by the enterprise or for it, accepted by the centre. */
@NullMarked
package org.pengjiang.appeal.intake;

import org.jspecify.annotations.NullMarked;
