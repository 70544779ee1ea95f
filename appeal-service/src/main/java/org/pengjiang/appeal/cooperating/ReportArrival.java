package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pengjiang.appeal.events.UnitArrived;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.cooperation.CalledUnit;
import org.pengjiang.appeal.model.cooperation.Coordinations;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** A called unit says that it is there. */
@ApplicationScoped
class ReportArrival {
    private final OpenForCommand open;
    private final Coordinations coordinations;
    private final AppealLog log;

    ReportArrival(OpenForCommand open, Coordinations coordinations, AppealLog log) {
        this.open = open;
        this.coordinations = coordinations;
        this.log = log;
    }

    @Transactional
    Appeal report(UUID id, int seq, Arrival said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.REPORT_ARRIVAL, caller);
        Appeal appeal = context.appeal();
        CalledUnit called = OwnParts.called(coordinations, appeal, seq, caller);
        coordinations.arrive(appeal, called, said.whoCame(), caller.subject(), context.now());
        log.append(
                appeal,
                new UnitArrived(
                        appeal.standing(),
                        seq,
                        called.unit().code(),
                        context.now().at(),
                        called.clock().result().map(ClockResult::met).orElse(false)));
        return appeal;
    }
}
