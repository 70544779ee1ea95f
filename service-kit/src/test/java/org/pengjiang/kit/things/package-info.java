/** A tiny fictional aggregate on which the kit is tested. */
@NullMarked
package org.pengjiang.kit.things;

import org.jspecify.annotations.NullMarked;
