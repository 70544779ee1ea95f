/** What was filed, by whom and through which channel. */
@NullMarked
package org.pengjiang.appeal.model.filing;

import org.jspecify.annotations.NullMarked;
