package org.pengjiang.kit.notices;

/** A way out of the house. */
interface Channel {
    String name();

    boolean needsAddress();

    /** Never throws for what a server may answer. */
    Delivery send(Mail mail);
}
