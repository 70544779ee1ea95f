/** Proof that the log is what was written: chains, heads and daily anchors, checked on demand. */
@NullMarked
package org.pengjiang.kit.log.audit;

import org.jspecify.annotations.NullMarked;
