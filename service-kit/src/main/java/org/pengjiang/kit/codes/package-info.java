/** What the constants of a service's answers are called in both languages, as lists that a client reads. */
@NullMarked
package org.pengjiang.kit.codes;

import org.jspecify.annotations.NullMarked;
