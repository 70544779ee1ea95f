/** One real Kafka broker (KRaft) in a child JVM, with the suite's topics. */
@NullMarked
package org.pengjiang.localstack.kafka;

import org.jspecify.annotations.NullMarked;
