/** Sweeps that keep the clocks of appeals true: they fire what is due and follow a new calendar. */
@NullMarked
package org.pengjiang.appeal.escalation;

import org.jspecify.annotations.NullMarked;
