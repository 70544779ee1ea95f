/** Urging and supervision of an appeal: urges with their answers, orders with their reports. */
@NullMarked
package org.pengjiang.appeal.model.supervision;

import org.jspecify.annotations.NullMarked;
