/** Letters to those whom something waits for, and the record of what became of each. */
@NullMarked
package org.pengjiang.kit.notices;

import org.jspecify.annotations.NullMarked;
