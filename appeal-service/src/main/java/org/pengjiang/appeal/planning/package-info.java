/** How an appeal is to be solved and until when: plans, and more time for the reply. */
@NullMarked
package org.pengjiang.appeal.planning;

import org.jspecify.annotations.NullMarked;
