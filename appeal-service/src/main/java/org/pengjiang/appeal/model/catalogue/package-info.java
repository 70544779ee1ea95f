/** The categories of appeals. */
@NullMarked
package org.pengjiang.appeal.model.catalogue;

import org.jspecify.annotations.NullMarked;
