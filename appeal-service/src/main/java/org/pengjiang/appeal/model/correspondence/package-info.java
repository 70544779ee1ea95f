/** What contacts, messages and replies consist of. */
@NullMarked
package org.pengjiang.appeal.model.correspondence;

import org.jspecify.annotations.NullMarked;
