/** Which working calendar this service computes with. */
@NullMarked
package org.pengjiang.kit.calendar;

import org.jspecify.annotations.NullMarked;
