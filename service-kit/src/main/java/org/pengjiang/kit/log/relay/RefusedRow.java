package org.pengjiang.kit.log.relay;

/** A row that Kafka does not take, or that waits behind such a one. */
record RefusedRow(OutgoingEvent event, String reason) {
    /** Nothing is wrong with the row itself. */
    static final String BEHIND = "PREDECESSOR_REFUSED";
}
