/** How the log stands: rows behind the horizon and who holds it, what the relay has not sent, what is parked. */
@NullMarked
package org.pengjiang.kit.log.state;

import org.jspecify.annotations.NullMarked;
