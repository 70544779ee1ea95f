package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A message to or from the enterprise. */
public record MessageWritten(@JsonUnwrapped AppealStanding standing, int message, String party, String visibility)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.message-written.v1";
    }

    @Override
    public boolean forEnterprise() {
        return visibility.equals("PUBLIC");
    }
}
