/** What only the district can decide: readable by all, changed by an administrator, never backwards. */
@NullMarked
package org.pengjiang.team.settings;

import org.jspecify.annotations.NullMarked;
