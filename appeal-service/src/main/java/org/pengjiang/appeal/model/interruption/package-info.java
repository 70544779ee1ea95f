/** What interrupts the handling of an appeal: questions to the enterprise, and suspensions by law. */
@NullMarked
package org.pengjiang.appeal.model.interruption;

import org.jspecify.annotations.NullMarked;
