/** The REST rules that every endpoint shares: commands, repeats, preconditions, pages, merge patches, limits. */
@NullMarked
package org.pengjiang.kit.http;

import org.jspecify.annotations.NullMarked;
