/** An appeal waits: for an answer of the enterprise, or because it is suspended by law. Its promises pause meanwhile. */
@NullMarked
package org.pengjiang.appeal.waiting;

import org.jspecify.annotations.NullMarked;
