/** What the tests of every service share: architecture rules, the servers, an authenticated client, event assertions. */
@NullMarked
package org.pengjiang.kit.testing;

import org.jspecify.annotations.NullMarked;
