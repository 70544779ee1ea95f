/** Entering projects into the ledger, saying their facts anew, and reading one of them. */
@NullMarked
package org.pengjiang.project.registry;

import org.jspecify.annotations.NullMarked;
