package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.CoordinationDeclined;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.cooperation.CalledUnit;
import org.pengjiang.appeal.model.cooperation.Coordinations;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** A called unit says before it is due why it does not come. */
@ApplicationScoped
class DeclineCoordination {
    private final OpenForCommand open;
    private final Coordinations coordinations;
    private final AppealLog log;

    DeclineCoordination(OpenForCommand open, Coordinations coordinations, AppealLog log) {
        this.open = open;
        this.coordinations = coordinations;
        this.log = log;
    }

    @Transactional
    Appeal decline(UUID id, int seq, Decline said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.DECLINE_COORDINATION, caller);
        Appeal appeal = context.appeal();
        CalledUnit called = OwnParts.called(coordinations, appeal, seq, caller);
        coordinations.decline(appeal, called, said.reason(), caller.subject(), context.now());
        log.append(
                appeal,
                new CoordinationDeclined(appeal.standing(), seq, called.unit().code()));
        return appeal;
    }
}
