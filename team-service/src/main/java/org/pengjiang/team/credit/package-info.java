/** The credit ledger: what each team and the district earned, from project events alone, append only. */
@NullMarked
package org.pengjiang.team.credit;

import org.jspecify.annotations.NullMarked;
