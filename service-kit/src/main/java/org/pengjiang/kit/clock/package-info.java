/** The one source of time. */
@NullMarked
package org.pengjiang.kit.clock;

import org.jspecify.annotations.NullMarked;
