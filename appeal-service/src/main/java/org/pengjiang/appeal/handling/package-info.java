/** What the handler does: sign, contact the enterprise with proof, reply after a second pair of eyes. */
@NullMarked
package org.pengjiang.appeal.handling;

import org.jspecify.annotations.NullMarked;
