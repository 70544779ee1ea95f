package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** The head wants another reply. */
public record ReplySentBack(@JsonUnwrapped AppealSnapshot standing, int reply) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.reply-sent-back.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
