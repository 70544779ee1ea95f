/** Texts that people type: what they may hold, and the one form in which they are stored. */
@NullMarked
package org.pengjiang.kit.text;

import org.jspecify.annotations.NullMarked;
