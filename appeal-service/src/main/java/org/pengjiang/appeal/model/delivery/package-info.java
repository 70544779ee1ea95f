/** What follows a reply that the enterprise has got. */
@NullMarked
package org.pengjiang.appeal.model.delivery;

import org.jspecify.annotations.NullMarked;
