package org.pengjiang.kit.notices;

/** What became of one attempt. */
sealed interface Delivery {
    /** The server has taken it. */
    record Sent() implements Delivery {}

    /** This channel brings letters to nobody. */
    record Skipped(String why) implements Delivery {}

    /** No use trying again: the address does not exist, say. */
    record Refused(String why) implements Delivery {}

    /** Try again later. */
    record Postponed(String why) implements Delivery {}

    /** The server cannot be reached: try this one and all others later. */
    record Unreachable(String why) implements Delivery {}
}
