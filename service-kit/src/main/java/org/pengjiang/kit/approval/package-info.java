/** What one person proposes and others have to confirm: one object with one set of rules for every service. */
@NullMarked
package org.pengjiang.kit.approval;

import org.jspecify.annotations.NullMarked;
