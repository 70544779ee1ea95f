/** Natural persons as a service keeps them: sealed. */
@NullMarked
package org.pengjiang.kit.person;

import org.jspecify.annotations.NullMarked;
