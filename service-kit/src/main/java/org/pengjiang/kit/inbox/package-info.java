/** Events of other services, applied exactly once: inbox, parked events, replay. */
@NullMarked
package org.pengjiang.kit.inbox;

import org.jspecify.annotations.NullMarked;
