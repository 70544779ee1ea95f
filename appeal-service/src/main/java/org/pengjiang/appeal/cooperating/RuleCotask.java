package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.events.CotaskRuled;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.cooperation.Cotask;
import org.pengjiang.appeal.model.cooperation.Cotasks;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The centre rules on the objection of a unit: the co-task ends, goes to another unit, or stays. */
@ApplicationScoped
class RuleCotask {
    private final OpenForCommand open;
    private final HelpingUnits units;
    private final Cotasks cotasks;
    private final AppealLog log;

    RuleCotask(OpenForCommand open, HelpingUnits units, Cotasks cotasks, AppealLog log) {
        this.open = open;
        this.units = units;
        this.cotasks = cotasks;
        this.log = log;
    }

    @Transactional
    Appeal rule(UUID id, int seq, Ruling said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.RULE_COTASK, caller);
        Appeal appeal = context.appeal();
        TimeContext now = context.now();
        Cotask cotask = cotasks.get(appeal, seq);
        UnitKey instead = instead(appeal, cotask, said);
        Optional<Cotask> next = Optional.empty();
        if (said.upheld()) {
            next = cotasks.uphold(appeal, cotask, instead, caller.subject(), said.note(), now);
        } else {
            cotasks.dismiss(appeal, cotask, caller.subject(), said.note(), now);
        }
        log.append(
                appeal,
                new CotaskRuled(
                        appeal.standing(),
                        seq,
                        cotask.unit().code(),
                        said.upheld(),
                        instead == null ? null : instead.code()));
        next.ifPresent(other -> log.append(appeal, AddCotask.added(appeal, other)));
        return appeal;
    }

    private @Nullable UnitKey instead(Appeal appeal, Cotask cotask, Ruling said) {
        String code = said.unit();
        if (code == null) {
            return null;
        }
        List<Fault> faults = new ArrayList<>();
        UnitKey unit = units.check(appeal, code, "/unit", faults).orElse(null);
        if (!said.upheld()) {
            faults.add(Fault.at("/unit", AppealProblem.UNIT_OF_DISMISSED));
        }
        if (cotask.unit().equals(unit)) {
            faults.add(Fault.at("/unit", AppealProblem.UNIT_TWICE, code));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        return unit;
    }
}
