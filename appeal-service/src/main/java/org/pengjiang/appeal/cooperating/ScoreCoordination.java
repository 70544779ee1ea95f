package org.pengjiang.appeal.cooperating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.pengjiang.appeal.events.CoordinationScored;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealLog;
import org.pengjiang.appeal.model.command.CommandContext;
import org.pengjiang.appeal.model.command.OpenForCommand;
import org.pengjiang.appeal.model.cooperation.CalledUnit;
import org.pengjiang.appeal.model.cooperation.Coordinations;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** After a coordination the lead scores each unit, and each unit the lead. */
@ApplicationScoped
class ScoreCoordination {
    private final OpenForCommand open;
    private final Coordinations coordinations;
    private final AppealLog log;

    ScoreCoordination(OpenForCommand open, Coordinations coordinations, AppealLog log) {
        this.open = open;
        this.coordinations = coordinations;
        this.log = log;
    }

    @Transactional
    Appeal score(UUID id, int seq, NewScore said, Caller caller) {
        CommandContext context = open.appeal(id, AppealCommand.SCORE_COORDINATION, caller);
        Appeal appeal = context.appeal();
        CalledUnit called = coordinations.called(appeal, coordinations.get(appeal, seq)).stream()
                .filter(unit -> unit.unit().code().equals(said.unit()))
                .findFirst()
                .orElseThrow(() -> new DomainException(
                        AppealProblem.UNIT_NOT_CALLED,
                        List.of(Fault.at("/unit", AppealProblem.UNIT_NOT_CALLED, said.unit())),
                        said.unit()));
        boolean byLead = !called.unit().isOf(caller);
        if (byLead && !context.capacities().contains(Capacity.HANDLER)) {
            throw new DomainException(AppealProblem.NOT_HANDLER);
        }
        if (byLead) {
            coordinations.scoreUnit(appeal, called, said.score(), context.now());
        } else {
            coordinations.scoreLead(appeal, called, said.score(), context.now());
        }
        log.append(
                appeal,
                new CoordinationScored(appeal.standing(), seq, called.unit().code(), byLead, said.score()));
        return appeal;
    }
}
