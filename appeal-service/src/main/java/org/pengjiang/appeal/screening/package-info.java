/** The centre screens what was filed, before it is dispatched: supplement, rejection and objection, class, emergency. */
@NullMarked
package org.pengjiang.appeal.screening;

import org.jspecify.annotations.NullMarked;
