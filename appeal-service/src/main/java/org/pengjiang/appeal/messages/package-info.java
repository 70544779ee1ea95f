/** What enterprise and offices write to each other; it changes neither state nor clock. */
@NullMarked
package org.pengjiang.appeal.messages;

import org.jspecify.annotations.NullMarked;
