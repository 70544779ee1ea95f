/** One appeal as it is read: its file, its clocks, and the contact in full for whoever has to call, until it is erased. */
@NullMarked
package org.pengjiang.appeal.casefile;

import org.jspecify.annotations.NullMarked;
