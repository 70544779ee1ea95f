/** How long something may take: time classes, the versions of the time policy, and what the district has decided that clocks go by. */
@NullMarked
package org.pengjiang.appeal.model.policy;

import org.jspecify.annotations.NullMarked;
