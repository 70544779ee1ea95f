/** Bringing in the signed projects of past years from a file: checked first, confirmed by a second person, then entered in chunks. */
@NullMarked
package org.pengjiang.project.imports;

import org.jspecify.annotations.NullMarked;
