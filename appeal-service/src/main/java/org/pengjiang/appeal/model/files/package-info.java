/** The files of an appeal, of its messages and of its replies. */
@NullMarked
package org.pengjiang.appeal.model.files;

import org.jspecify.annotations.NullMarked;
