/** Files that people hand in: uploads at once and in parts, downloads for those who may see the subject, and what expires. */
@NullMarked
package org.pengjiang.kit.file;

import org.jspecify.annotations.NullMarked;
