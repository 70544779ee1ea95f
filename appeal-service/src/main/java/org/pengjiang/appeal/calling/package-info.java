/** Call-back: the enterprise is asked by telephone what it says of a reply. */
@NullMarked
package org.pengjiang.appeal.calling;

import org.jspecify.annotations.NullMarked;
