/** Who calls and what they may see: the caller from the token, the fail-closed division scope, the access log. */
@NullMarked
package org.pengjiang.kit.identity;

import org.jspecify.annotations.NullMarked;
