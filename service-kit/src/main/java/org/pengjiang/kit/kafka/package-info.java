/** How a service's Kafka clients reach the broker. */
@NullMarked
package org.pengjiang.kit.kafka;

import org.jspecify.annotations.NullMarked;
