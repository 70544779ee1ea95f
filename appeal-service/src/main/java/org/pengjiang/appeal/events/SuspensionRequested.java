package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** The head asks that the appeal is suspended. */
public record SuspensionRequested(@JsonUnwrapped AppealSnapshot standing, int number, String cause)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.suspension-requested.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
