package org.pengjiang.kit.log.relay;

/** A row that Kafka does not take, or that waits behind such a one. */
record RefusedRow(OutgoingEvent event, String reason) {}
