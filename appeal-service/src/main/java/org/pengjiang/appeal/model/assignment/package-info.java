/** Who answers for an appeal, and who is found for it. */
@NullMarked
package org.pengjiang.appeal.model.assignment;

import org.jspecify.annotations.NullMarked;
