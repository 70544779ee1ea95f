package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.CotaskAdded;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.CotaskOrder;
import org.pengjiang.appeal.model.cooperation.Cotasks;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The lead asks another unit to help. */
@ApplicationScoped
class AddCotask {
    private final OpenForCommand open;
    private final HelpingUnits units;
    private final Cotasks cotasks;
    private final AppealLog log;

    AddCotask(OpenForCommand open, HelpingUnits units, Cotasks cotasks, AppealLog log) {
        this.open = open;
        this.units = units;
        this.cotasks = cotasks;
        this.log = log;
    }

    record Added(Appeal appeal, Cotask cotask) {}

    @Transactional
    Added add(UUID id, NewCotask said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.ADD_COTASK, caller);
        Appeal appeal = context.appeal();
        List<Fault> faults = new ArrayList<>();
        UnitKey unit = units.check(appeal, said.unit(), "/unit", faults)
                .orElseThrow(() -> new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults));
        CotaskOrder order = new CotaskOrder(unit, said.content(), said.mandatory());
        Cotask cotask = cotasks.add(appeal, order, caller.subject(), context.now());
        log.append(appeal, added(appeal, cotask));
        return new Added(appeal, cotask);
    }

    static CotaskAdded added(Appeal appeal, Cotask cotask) {
        SlaClock clock = cotask.clock();
        Instant due = clock.dueAt().orElse(null);
        return new CotaskAdded(
                appeal.standing(),
                cotask.seq(),
                cotask.unit().code(),
                cotask.isMandatory(),
                cotask.askedAt(),
                due,
                clock.isProvisional());
    }
}
