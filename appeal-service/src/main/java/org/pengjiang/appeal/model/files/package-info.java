/** The files of an appeal, of its messages, of its replies and of reports on orders of supervision. */
@NullMarked
package org.pengjiang.appeal.model.files;

import org.jspecify.annotations.NullMarked;
