/** Journeys over the running suite: real servers, started as a newcomer starts them, seen only from outside. */
@NullMarked
package org.pengjiang.systemtests;

import org.jspecify.annotations.NullMarked;
