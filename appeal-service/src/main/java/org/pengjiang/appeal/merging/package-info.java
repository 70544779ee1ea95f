/** Appeals of the same matter are merged and parted, and whoever follows reads and rates the answer. */
@NullMarked
package org.pengjiang.appeal.merging;

import org.jspecify.annotations.NullMarked;
