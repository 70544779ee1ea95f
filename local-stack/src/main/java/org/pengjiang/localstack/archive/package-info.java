/** Programs that come as archives, unpacked once per user. */
@NullMarked
package org.pengjiang.localstack.archive;

import org.jspecify.annotations.NullMarked;
