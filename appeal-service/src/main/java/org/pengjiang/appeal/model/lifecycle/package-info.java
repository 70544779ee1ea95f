/** The states of an appeal, the commands that lead from one to the next, who may give them, and what a state does to the clocks. */
@NullMarked
package org.pengjiang.appeal.model.lifecycle;

import org.jspecify.annotations.NullMarked;
