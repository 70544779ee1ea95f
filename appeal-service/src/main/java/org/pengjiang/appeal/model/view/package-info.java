/** An appeal as a caller may see it. */
@NullMarked
package org.pengjiang.appeal.model.view;

import org.jspecify.annotations.NullMarked;
