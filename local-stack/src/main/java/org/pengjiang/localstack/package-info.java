/** Real PostgreSQL, Kafka and a token issuer, started from library artifacts for tests and for {@code ./suite up}. */
@NullMarked
package org.pengjiang.localstack;

import org.jspecify.annotations.NullMarked;
