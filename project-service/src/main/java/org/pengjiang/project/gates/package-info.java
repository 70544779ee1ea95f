/** Asking for a gate, confirming it, refusing it, taking it back, and the dry run. */
@NullMarked
package org.pengjiang.project.gates;

import org.jspecify.annotations.NullMarked;
