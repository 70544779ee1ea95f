/** How units handle the appeals of enterprises, counted from the events of appeal-service. */
@NullMarked
package org.pengjiang.team.appeals;

import org.jspecify.annotations.NullMarked;
