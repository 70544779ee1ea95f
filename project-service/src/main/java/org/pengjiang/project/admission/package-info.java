/** Whether a project may come: figures against thresholds, the departments' opinions, the decision. */
@NullMarked
package org.pengjiang.project.admission;

import org.jspecify.annotations.NullMarked;
