/** Pledges (军令状): drafted by the office, signed by the captain of that date, amended by resolution. */
@NullMarked
package org.pengjiang.team.pledge;

import org.jspecify.annotations.NullMarked;
