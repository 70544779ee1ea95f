/** What the suite costs, always beside a baseline measured in the same minutes on the same machine. */
@NullMarked
package org.pengjiang.bench;

import org.jspecify.annotations.NullMarked;
