/** Who reads the files of appeals, messages and replies. */
@NullMarked
package org.pengjiang.appeal.files;

import org.jspecify.annotations.NullMarked;
