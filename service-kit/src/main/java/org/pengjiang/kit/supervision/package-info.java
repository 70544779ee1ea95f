/** The loops that have to run for as long as the service does: how they are started anew, measured, watched and stopped. */
@NullMarked
package org.pengjiang.kit.supervision;

import org.jspecify.annotations.NullMarked;
