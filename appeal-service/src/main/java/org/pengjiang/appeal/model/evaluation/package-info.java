/** How satisfied the enterprise is, and what closes an appeal. */
@NullMarked
package org.pengjiang.appeal.model.evaluation;

import org.jspecify.annotations.NullMarked;
