/** Contacts, messages and replies of an appeal. */
@NullMarked
package org.pengjiang.appeal.model.correspondence;

import org.jspecify.annotations.NullMarked;
