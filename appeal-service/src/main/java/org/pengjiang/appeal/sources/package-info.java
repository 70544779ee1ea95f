/** Partners' systems: who is registered, and what one has sent anew with another content. */
@NullMarked
package org.pengjiang.appeal.sources;

import org.jspecify.annotations.NullMarked;
