package org.pengjiang.appeal.events;

import java.util.UUID;
import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.log.DomainEvent;

/**
 * What has happened to an appeal, for the enterprises whose appeals follow it: not whose it is, nor what its enterprise and its handler say
 * to each other.
 *
 * @param happened the type of the event
 */
public record MasterMoved(UUID appealId, String appealNo, String state, boolean open, int round, String happened)
        implements DomainEvent {
    public static MasterMoved of(AppealEvent event) {
        AppealSnapshot standing = event.standing();
        return new MasterMoved(
                standing.appealId(),
                standing.appealNo(),
                standing.state(),
                standing.open(),
                standing.round(),
                event.type());
    }

    @Override
    public String type() {
        return "appeal.master-moved.v1";
    }

    @Override
    public Audience audience() {
        return Audience.RESTRICTED;
    }

    /** It says what another row says. */
    @Override
    public boolean decisive() {
        return false;
    }
}
