/** A second person confirms or rejects what is to be published. */
@NullMarked
package org.pengjiang.appeal.publications;

import org.jspecify.annotations.NullMarked;
