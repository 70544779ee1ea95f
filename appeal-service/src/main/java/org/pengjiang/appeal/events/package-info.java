/** What happens to an appeal, as it is written to the log. Those whose schema stands in contracts/events leave the service. */
@NullMarked
package org.pengjiang.appeal.events;

import org.jspecify.annotations.NullMarked;
