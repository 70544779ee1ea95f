/** Handing in documents and having a second person judge them. */
@NullMarked
package org.pengjiang.project.evidence;

import org.jspecify.annotations.NullMarked;
