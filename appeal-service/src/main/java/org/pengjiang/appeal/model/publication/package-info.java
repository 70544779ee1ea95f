/** What one person proposes to publish and a second person confirms: calendars, time policies, the catalogue. */
@NullMarked
package org.pengjiang.appeal.model.publication;

import org.jspecify.annotations.NullMarked;
