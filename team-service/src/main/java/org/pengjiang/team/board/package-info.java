/** Boards: progress, gaps, lights, scores and places of the district and its teams as of a date, and why. */
@NullMarked
package org.pengjiang.team.board;

import org.jspecify.annotations.NullMarked;
