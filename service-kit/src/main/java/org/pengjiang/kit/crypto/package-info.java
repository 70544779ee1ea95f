/** Encryption at rest with key id and rotation. */
@NullMarked
package org.pengjiang.kit.crypto;

import org.jspecify.annotations.NullMarked;
