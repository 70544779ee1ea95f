/** What every request and its answer carry: a trace id, and the headers that say who may keep the answer. */
@NullMarked
package org.pengjiang.kit.trace;

import org.jspecify.annotations.NullMarked;
