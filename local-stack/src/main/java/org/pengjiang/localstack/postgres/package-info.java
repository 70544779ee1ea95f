/** One real PostgreSQL server with a database and two roles for each service. */
@NullMarked
package org.pengjiang.localstack.postgres;

import org.jspecify.annotations.NullMarked;
