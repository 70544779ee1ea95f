/** What happens, told while it happens: one reader of the log per replica gives each new row to every open stream that may carry it. */
@NullMarked
package org.pengjiang.kit.log.stream;

import org.jspecify.annotations.NullMarked;
