/** Health, metrics, admission control and shutdown. */
@NullMarked
package org.pengjiang.kit.ops;

import org.jspecify.annotations.NullMarked;
