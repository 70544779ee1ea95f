/** Urges of the enterprise and orders of supervision, with what the handler answers. */
@NullMarked
package org.pengjiang.appeal.supervising;

import org.jspecify.annotations.NullMarked;
