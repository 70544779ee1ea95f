/** What operators see and set: the health of Kafka, the labels of metrics, the management port, the settings of production. */
@NullMarked
package org.pengjiang.kit.ops;

import org.jspecify.annotations.NullMarked;
