/** How many appeals about a project are open, kept by following appeal-service. */
@NullMarked
package org.pengjiang.project.appeals;

import org.jspecify.annotations.NullMarked;
