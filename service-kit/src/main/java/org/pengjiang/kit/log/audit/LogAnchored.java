package org.pengjiang.kit.log.audit;

import java.time.LocalDate;
import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.log.DomainEvent;

/**
 * What anyone who follows the topic can keep, so that the log cannot be rewritten with all of its heads unnoticed.
 *
 * @param from the first position it covers
 * @param to the first it does not
 * @param previous the anchor before it, empty for the first
 * @param anchor SHA-256, in hex, over the previous anchor and the heads of every subject that changed in between
 */
record LogAnchored(LocalDate day, long from, long to, long subjects, String previous, String anchor)
        implements DomainEvent {
    static final String TYPE = "log.anchored.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Audience audience() {
        return Audience.INTERNAL;
    }
}
