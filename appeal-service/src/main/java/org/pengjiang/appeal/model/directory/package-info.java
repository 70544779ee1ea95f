/** The dispatch directory, and whom it names for an appeal. */
@NullMarked
package org.pengjiang.appeal.model.directory;

import org.jspecify.annotations.NullMarked;
