/** Keeps contents by their SHA-256, in a folder or another store. It knows neither names nor readers. */
@NullMarked
package org.pengjiang.kit.file.store;

import org.jspecify.annotations.NullMarked;
