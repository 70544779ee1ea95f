/** The dispatch directory: which unit answers for a category in an area, from when to when, and what it would say. */
@NullMarked
package org.pengjiang.appeal.directory;

import org.jspecify.annotations.NullMarked;
