package org.pengjiang.kit.notices;

/** Sends nothing, and says so of every letter. */
final class OffChannel implements Channel, Channel.Dispatch {
    @Override
    public String name() {
        return "OFF";
    }

    @Override
    public boolean needsAddress() {
        return false;
    }

    @Override
    public Dispatch open() {
        return this;
    }

    @Override
    public Delivery send(RenderedNotice rendered) {
        return new Delivery.Skipped("CHANNEL_OFF");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
