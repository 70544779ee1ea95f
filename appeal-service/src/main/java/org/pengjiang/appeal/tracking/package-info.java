/** Appeals that cannot be solved now: plan, decision, progress, milestones and the answer in the end. */
@NullMarked
package org.pengjiang.appeal.tracking;

import org.jspecify.annotations.NullMarked;
