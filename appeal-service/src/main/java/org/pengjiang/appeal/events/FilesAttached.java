package org.pengjiang.appeal.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.pengjiang.kit.log.Audience;

/**
 * Files were attached to the appeal, to a message, to a reply or to a report on an order of supervision.co-task.
 *
 * @param to APPEAL, MESSAGE, REPLY or ORDER_REPORTCOTASK
 * @param seq of the message, the reply or the reportco-task; 0 for the appeal
 * @param sha256 of each content, in the order in which they were named
 * @param visibility PUBLIC where the enterprise may read them now, else INTERNAL
 */
public record FilesAttached(
        @JsonUnwrapped AppealSnapshot standing, String to, int seq, List<String> sha256, String visibility)
        implements AppealEvent {
    @Override
    public String type() {
        return "appeal.files-attached.v1";
    }

    /** It changes neither state nor clock, and no guard reads it. */
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
        return Optional.of(new FilesAttached(standing.forEnterprise(), to, seq, sha256, visibility));
    }
}
