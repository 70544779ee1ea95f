package org.pengjiang.kit.log.relay;

/** The first refused row of a subject, and what an administrator wants: another try, or that it is given up. */
record AskedRow(OutgoingEvent event, boolean replay, boolean givenUp) {
    boolean isAsked() {
        return replay || givenUp;
    }

    /** What goes to Kafka. */
    OutgoingEvent outgoing() {
        return givenUp ? event.withoutData() : event;
    }
}
