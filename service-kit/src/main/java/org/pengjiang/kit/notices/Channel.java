package org.pengjiang.kit.notices;

/** How letters leave the service. */
interface Channel {
    String name();

    boolean needsAddress();

    /** For the letters of one batch, which share a connection. */
    Dispatch open();

    /** One batch on its way. */
    interface Dispatch extends AutoCloseable {
        /** Never throws for what a server may answer. */
        Delivery send(RenderedNotice rendered);

        @Override
        void close();
    }
}
