/** How the handling of an appeal is planned: the plan that is handed in, and more time for the reply. */
@NullMarked
package org.pengjiang.appeal.model.planning;

import org.jspecify.annotations.NullMarked;
