/** What a unit returns because another should have it, what the centre proposes of it, and how the supervision rules. */
@NullMarked
package org.pengjiang.appeal.model.returns;

import org.jspecify.annotations.NullMarked;
