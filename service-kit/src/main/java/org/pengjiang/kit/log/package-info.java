/** One log per service: timeline, audit trail, change feed and outbox in the transaction of the change. */
@NullMarked
package org.pengjiang.kit.log;

import org.jspecify.annotations.NullMarked;
