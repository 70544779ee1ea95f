/** The first reader of the log: carries what is published to Kafka, in order, losing nothing. */
@NullMarked
package org.pengjiang.kit.log.relay;

import org.jspecify.annotations.NullMarked;
