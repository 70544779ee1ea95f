/** Fires what the clocks of an appeal have come to, and follows a new calendar. */
@NullMarked
package org.pengjiang.appeal.model.escalation;

import org.jspecify.annotations.NullMarked;
