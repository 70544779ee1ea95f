/** What supervision looks at over many appeals: what is overdue, what is due soon, open orders, and counts. */
@NullMarked
package org.pengjiang.appeal.board;

import org.jspecify.annotations.NullMarked;
