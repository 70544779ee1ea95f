package org.pengjiang.kit.notices;

import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.log.DomainEvent;

/** An address was given, changed or withdrawn. The address itself stands nowhere in the log. */
record NoticeAddressChanged(String recipientKind, String recipient, boolean withdrawn) implements DomainEvent {
    @Override
    public String type() {
        return "notice-address.changed.v1";
    }

    @Override
    public Audience audience() {
        return Audience.INTERNAL;
    }
}
