/** Who may see an appeal, as whom a caller acts on it, and what they may do. */
@NullMarked
package org.pengjiang.appeal.model.access;

import org.jspecify.annotations.NullMarked;
