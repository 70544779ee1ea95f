/** Appeals that their appellants take back, and those that come in again. */
@NullMarked
package org.pengjiang.appeal.model.withdrawal;

import org.jspecify.annotations.NullMarked;
