package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.pengjiang.kit.log.Audience;

/** A reply waits for the head. */
public record ReplyDrafted(@JsonUnwrapped AppealSnapshot standing, int reply, String result) implements AppealEvent {
    @Override
    public String type() {
        return "appeal.reply-drafted.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }
}
