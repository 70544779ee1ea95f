/** Lists of appeals: of one's division, of one's enterprise, one's inbox by what breaches next; and what happened to one. */
@NullMarked
package org.pengjiang.appeal.lookup;

import org.jspecify.annotations.NullMarked;
