/** Which teams share the credit of a project. */
@NullMarked
package org.pengjiang.project.shares;

import org.jspecify.annotations.NullMarked;
