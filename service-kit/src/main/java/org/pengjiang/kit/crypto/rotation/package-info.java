/** Seals what lies under an older key again under the newest, row by row while everybody works, and counts what is left. */
@NullMarked
package org.pengjiang.kit.crypto.rotation;

import org.jspecify.annotations.NullMarked;
