/** Divisions, organisation units and teams with their first leaders and members. */
@NullMarked
package org.pengjiang.team.organisation;

import org.jspecify.annotations.NullMarked;
