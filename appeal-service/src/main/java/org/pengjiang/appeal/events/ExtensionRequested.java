package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** The head asks for more time for the reply. */
public record ExtensionRequested(@JsonUnwrapped AppealSnapshot standing, int number, String consent)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.extension-requested.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
