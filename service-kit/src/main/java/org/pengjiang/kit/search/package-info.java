/** Search in the texts of a list: what is typed finds what is stored, however either is written. */
@NullMarked
package org.pengjiang.kit.search;

import org.jspecify.annotations.NullMarked;
