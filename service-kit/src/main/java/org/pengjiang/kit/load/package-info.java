/** How much a service lets in: limits for each account, each class of work and all of it, also while it stops. */
@NullMarked
package org.pengjiang.kit.load;

import org.jspecify.annotations.NullMarked;
