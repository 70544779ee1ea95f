/** Replies of the handler, which go out after a second person has read them. */
@NullMarked
package org.pengjiang.appeal.replying;

import org.jspecify.annotations.NullMarked;
