/** What the handler does first: sign, and contact the enterprise with proof. */
@NullMarked
package org.pengjiang.appeal.handling;

import org.jspecify.annotations.NullMarked;
