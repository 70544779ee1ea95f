/** What was signed, and what its amount became later. */
@NullMarked
package org.pengjiang.project.agreements;

import org.jspecify.annotations.NullMarked;
