/** Which unit an appeal is about, and whether it is confidential. */
@NullMarked
package org.pengjiang.appeal.model.confidentiality;

import org.jspecify.annotations.NullMarked;
