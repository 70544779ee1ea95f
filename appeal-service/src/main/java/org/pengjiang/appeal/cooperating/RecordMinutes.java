package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.CoordinationEnded;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.cooperation.CalledUnit;
import org.pengjiang.appeal.model.cooperation.Coordination;
import org.pengjiang.appeal.model.cooperation.Coordinations;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.kit.identity.Caller;

/** The lead writes down what came of a coordination, and so ends it. */
@ApplicationScoped
class RecordMinutes {
    private final OpenForCommand open;
    private final Coordinations coordinations;
    private final AppealLog log;

    RecordMinutes(OpenForCommand open, Coordinations coordinations, AppealLog log) {
        this.open = open;
        this.coordinations = coordinations;
        this.log = log;
    }

    @Transactional
    Appeal record(UUID id, int seq, Minutes said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.RECORD_MINUTES, caller);
        Appeal appeal = context.appeal();
        Coordination coordination = coordinations.get(appeal, seq);
        coordinations.record(appeal, coordination, said.minutes(), caller.subject(), context.now());
        List<CalledUnit> called = coordinations.called(appeal, coordination);
        long arrived =
                called.stream().filter(unit -> unit.arrivedAt().isPresent()).count();
        log.append(appeal, new CoordinationEnded(appeal.standing(), seq, (int) arrived, called.size()));
        return appeal;
    }
}
