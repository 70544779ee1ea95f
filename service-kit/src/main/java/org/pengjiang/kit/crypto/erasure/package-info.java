/** Erasures hold, whatever copy of the tables comes back. */
@NullMarked
package org.pengjiang.kit.crypto.erasure;

import org.jspecify.annotations.NullMarked;
