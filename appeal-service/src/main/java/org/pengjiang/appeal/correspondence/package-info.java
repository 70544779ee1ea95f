/** What enterprise and offices write to each other; it changes neither state nor clock. */
@NullMarked
package org.pengjiang.appeal.correspondence;

import org.jspecify.annotations.NullMarked;
