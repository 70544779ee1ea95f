/** Appeals that cannot be solved now: what was agreed with the enterprise, and how far it is. */
@NullMarked
package org.pengjiang.appeal.model.tracking;

import org.jspecify.annotations.NullMarked;
