/** What the centre decides before it dispatches: supplement, rejection and objection, class, and whether it is an emergency. */
@NullMarked
package org.pengjiang.appeal.model.screening;

import org.jspecify.annotations.NullMarked;
