/** What an enterprise may appeal about, as data that anyone signed in may read. */
@NullMarked
package org.pengjiang.appeal.catalogue;

import org.jspecify.annotations.NullMarked;
