/** The appellant takes an appeal back, or hands one in again that lapsed. */
@NullMarked
package org.pengjiang.appeal.withdrawing;

import org.jspecify.annotations.NullMarked;
