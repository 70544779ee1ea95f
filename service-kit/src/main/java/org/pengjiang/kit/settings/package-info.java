/**
 * What only a division can decide: declared by a service with its form and the value that is shipped, changed by versions
 * that take effect later.
 */
@NullMarked
package org.pengjiang.kit.settings;

import org.jspecify.annotations.NullMarked;
