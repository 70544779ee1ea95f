/** Chains and thresholds as data that anyone may read. */
@NullMarked
package org.pengjiang.project.catalogue;

import org.jspecify.annotations.NullMarked;
