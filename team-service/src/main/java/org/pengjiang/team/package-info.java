/**
 * Organisation units, investment promotion teams and their first leaders, signed pledges, the credit ledger, progress,
 * lights and boards. Builds credit from project events alone; calls no other service.
 */
@NullMarked
package org.pengjiang.team;

import org.jspecify.annotations.NullMarked;
