/** One project, one special class. */
@NullMarked
package org.pengjiang.project.specialclass;

import org.jspecify.annotations.NullMarked;
