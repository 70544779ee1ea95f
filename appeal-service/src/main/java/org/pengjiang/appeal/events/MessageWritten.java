package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.pengjiang.kit.log.Audience;

/** A message to or from the enterprise. */
public record MessageWritten(@JsonUnwrapped AppealSnapshot standing, int message, String party, String visibility)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.message-written.v1";
    }

    /** It changes neither state nor clock. */
    @Override
    public boolean decisive() {
        return false;
    }

    @Override
    public Audience audience() {
        return visibility.equals("PUBLIC") ? Audience.PARTY : Audience.RESTRICTED;
    }

    @Override
    public Optional<Record> partyView() {
        return Optional.of(new MessageWritten(standing.forEnterprise(), message, party, visibility));
    }
}
