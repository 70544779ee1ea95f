/** What this service writes to its log and, where a contract names the type, promises to others. */
@NullMarked
package org.pengjiang.team.events;

import org.jspecify.annotations.NullMarked;
