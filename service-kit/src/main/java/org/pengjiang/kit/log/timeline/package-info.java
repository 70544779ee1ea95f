/** The history of one aggregate, which is its part of the log, as a list that a resource can answer with. */
@NullMarked
package org.pengjiang.kit.log.timeline;

import org.jspecify.annotations.NullMarked;
