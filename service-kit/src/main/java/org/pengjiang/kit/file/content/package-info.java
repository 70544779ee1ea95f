/** What a file is, whatever its name and its sender say: its type, its size as a picture, what a photo tells of itself. */
@NullMarked
package org.pengjiang.kit.file.content;

import org.jspecify.annotations.NullMarked;
