/** Units, teams, pledges and the arithmetic of targets: split, time progress, lights, scores. */
@NullMarked
package org.pengjiang.team.model;

import org.jspecify.annotations.NullMarked;
