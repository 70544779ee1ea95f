/** What a clock is made of: its rule, the segments it ran and stood, its reading, its revisions and its result. */
@NullMarked
package org.pengjiang.appeal.model.clock;

import org.jspecify.annotations.NullMarked;
