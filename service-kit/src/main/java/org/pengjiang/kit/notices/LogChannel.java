package org.pengjiang.kit.notices;

import org.jboss.logging.Logger;

/** Writes letters into the log of the service: what they say, to whom, and no address. Nobody receives one. */
final class LogChannel implements Channel, Channel.Dispatch {
    private static final Logger LOG = Logger.getLogger("suite.notices");

    @Override
    public String name() {
        return "LOG";
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
    public void close() {
        // nothing is open
    }

    @Override
    public Delivery send(RenderedNotice rendered) {
        LOG.infof("notice %s to %s: %s", rendered.notice(), rendered.recipient(), rendered.subject());
        return new Delivery.Skipped("LOGGED");
    }
}
